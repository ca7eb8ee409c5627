/**
 * Writes the tables of settings and of a recap's options in README.md and README.ko.md, and .env.example.
 * Usage: `npm run settings`. A test holds all three equal to what the code declares.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SETTINGS } from '../../src/config/variables.ts';
import { BEGIN as RECAP_BEGIN, END as RECAP_END, recapOptionsTable } from './recapOptions.ts';
import { SETTING_TEXTS, type SettingName } from './settingTexts.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

type Language = 'en' | 'ko';

const NAMES = Object.keys(SETTINGS.shape) as readonly SettingName[];

/** The default as one would write it; undefined where there is none. */
const defaultOf = (name: SettingName): string | undefined => {
  const read = SETTINGS.shape[name].safeParse(undefined);
  return read.success && read.data !== undefined ? String(read.data) : undefined;
};

const code = (text: string): string => `\`${text}\``;

const row = (name: SettingName, language: Language): string => {
  const { shown, [language]: meaning } = SETTING_TEXTS[name];
  const value = defaultOf(name);
  const default_ = shown?.[language] ?? (value === undefined ? '' : code(value));
  return `| ${code(name)} | ${default_}${default_ === '' ? '' : ' '}| ${meaning} |`;
};

const HEADS: Readonly<Record<Language, string>> = {
  en: '| variable | default | meaning |',
  ko: '| 변수 | 기본값 | 뜻 |',
};

const BEGIN = '<!-- settings: npm run settings -->';
const END = '<!-- /settings -->';

/** A text with what stands between two marks anew. */
const between = (text: string, begin: string, end: string, table: string): string => {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The marks ${begin} and ${end} are missing.`);
  return `${text.slice(0, from)}${begin}\n${table}\n${text.slice(to)}`;
};

/** A README with its tables of settings and of a recap's options anew. */
const withTables = (readme: string, language: Language): string => {
  const table = [HEADS[language], '|---|---|---|', ...NAMES.map((name) => row(name, language))].join('\n');
  const settings = between(readme, BEGIN, END, table);
  return between(settings, RECAP_BEGIN, RECAP_END, recapOptionsTable(language));
};

const WIDTH = 118;

const comment = (text: string): string => {
  const lines: string[] = ['#'];
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`;
    if (line.length > WIDTH) lines.push(`# ${word}`);
    else lines[lines.length - 1] = line;
  }
  return lines.join('\n');
};

/** The content of .env.example: each setting as it is by default; examples are commented out. */
const envExample = (): string => {
  const head = '# Copy to .env and fill in what you need; everything has a default.';
  const entries = NAMES.map((name) => {
    const { env, example } = SETTING_TEXTS[name];
    const line = example === undefined ? `${name}=${defaultOf(name) ?? ''}` : `# ${name}=${example}`;
    return `${comment(env)}\n${line}`;
  });
  return `${[head, ...entries].join('\n\n')}\n`;
};

/** The three files, by name, as they should be. */
export const settingsFiles = async (): Promise<Readonly<Record<string, string>>> => {
  const read = (name: string): Promise<string> => readFile(path.join(ROOT, name), 'utf8');
  return {
    'README.md': withTables(await read('README.md'), 'en'),
    'README.ko.md': withTables(await read('README.ko.md'), 'ko'),
    '.env.example': envExample(),
  };
};

if (import.meta.main) {
  for (const [name, text] of Object.entries(await settingsFiles()))
    await writeFile(path.join(ROOT, name), text);
}
