import type { LocaleTexts } from '../model/texts.ts';
import { cities } from './cities.ts';
import { commands } from './commands.ts';
import { findings } from './findings.ts';
import { pages } from './pages.ts';
import { recap } from './recap.ts';
import { days, sessionNumber, times } from './typed.ts';

export const en: LocaleTexts = {
  discord: ['en-US', 'en-GB'],
  pages,
  recap,
  commands,
  findings,
  cities,
  days,
  times,
  sessionNumber,
};
