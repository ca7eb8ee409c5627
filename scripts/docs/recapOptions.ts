import { subscribeOptions } from '../../commands/recap/options.ts';
import { SETTING_VIEWS } from '../../commands/recap/settings.ts';
import { commandTexts } from '../../src/locales/index.ts';

type Language = 'en' | 'ko';

const HEADS: Readonly<Record<Language, string>> = {
  en: '| option | meaning |',
  ko: '| 옵션 | 뜻 |',
};

export const BEGIN = '<!-- recap options: npm run settings -->';
export const END = '<!-- /recap options -->';

const isOption = (name: string): name is keyof typeof subscribeOptions =>
  Object.hasOwn(subscribeOptions, name);

/** Options that say which recap is meant; the others are its settings. */
const WHICH: readonly string[] = ['channel', 'what'];

/** A row for each option of /recap subscribe: which recap, then its settings as they are declared. */
export function recapOptionsTable(language: Language): string {
  const { options } = commandTexts('recap subscribe')[language];
  const settings = Object.values(SETTING_VIEWS).map(({ option }) => option);
  const rows = [...new Set([...WHICH, ...settings])].filter(isOption).map((name) => {
    const { name: shown, description } = options[name];
    return `| \`${shown}\` | ${description} |`;
  });
  return [HEADS[language], '|---|---|', ...rows].join('\n');
}
