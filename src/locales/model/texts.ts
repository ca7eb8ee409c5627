import type { LocaleString } from 'discord-api-types/v10';
import type { CityNames } from './cities.ts';
import type { CommandStrings } from './commands.ts';
import type { FindingStrings } from './findings.ts';
import type { Strings } from './pages.ts';
import type { RecapStrings } from './recap.ts';
import type { DayWords, NumberWords, TimeWords } from './typed.ts';

/** All that the bot has to know of a language to speak it. */
export interface LocaleTexts {
  /** Discord's locales whose readers are spoken to in it. */
  readonly discord: readonly LocaleString[];
  readonly pages: Strings;
  readonly recap: RecapStrings;
  readonly commands: CommandStrings;
  readonly findings: FindingStrings;
  readonly cities: CityNames;
  readonly days: DayWords;
  readonly times: TimeWords;
  readonly sessionNumber: NumberWords;
}
