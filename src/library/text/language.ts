import type { Language } from '../model.ts';
import { memoize } from './memoize.ts';

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The primary subtag in lower case of a valid language tag (`ko-KR` gives `ko`), else undefined. */
export function languageTag(tag: string): Language | undefined {
  return remembered(tag) || undefined;
}

const remembered = memoize((tag) => findTag(tag) ?? '', 10_000);

function findTag(tag: string): Language | undefined {
  const primary = /^([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*$/u.exec(tag.trim())?.[1]?.toLowerCase();
  if (primary === undefined) return undefined;
  return NAMES.of(primary) === undefined ? undefined : primary;
}

/** Number of letters of a text, and of those in Hangul and Latin. */
export interface ScriptCounts {
  readonly letters: number;
  readonly hangul: number;
  readonly latin: number;
}

/** Counts letters by script in the first 20,000 characters. */
export function countScripts(text: string): ScriptCounts {
  const sample = text.slice(0, 20_000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  return {
    letters: count(/\p{L}/gu),
    hangul: count(/\p{Script=Hangul}/gu),
    latin: count(/\p{Script=Latin}/gu),
  };
}

/** The language in a path, and the path without it. */
export interface PathLanguage {
  readonly language: Language | undefined;
  readonly rest: string;
}

/** The language in a post's folder or file name (`name.en.md`); `rest` is the path without it. */
export const languageInPath: (file: string) => PathLanguage = memoize(findInPath);

function findInPath(file: string): PathLanguage {
  const folders = file.split('/');
  const name = folders.pop() ?? '';
  const at = folders.findIndex(
    (folder) => /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/u.test(folder) && languageTag(folder),
  );
  const folder = folders[at];
  if (folder !== undefined) {
    return { language: languageTag(folder), rest: [...folders.toSpliced(at, 1), name].join('/') };
  }
  const ending = /^(.+)\.([a-z]{2})(\.(?:md|markdown))$/iu.exec(name);
  const tag = ending?.[2] === undefined ? undefined : languageTag(ending[2]);
  if (ending && tag) return { language: tag, rest: [...folders, `${ending[1]}${ending[3]}`].join('/') };
  return { language: undefined, rest: file };
}

/**
 * The language of a post: from its front matter, else its folder, else its script, else `fallback`.
 * A folder that contradicts the script is ignored (`it/` full of Korean is about IT, not in Italian).
 */
export function languageOf(
  key: string | undefined,
  file: string,
  scripts: ScriptCounts,
  fallback: Language,
): Language {
  const said = key === undefined ? undefined : languageTag(key);
  if (said !== undefined) return said;
  const korean = scripts.hangul > scripts.letters * 0.15;
  const { language } = languageInPath(file);
  if (language === 'ko' || language === 'en' || (language !== undefined && !korean)) return language;
  if (korean) return 'ko';
  const latin = scripts.latin >= 40 && scripts.latin > scripts.letters * 0.8;
  return latin && ['ko', 'ja', 'zh'].includes(fallback) ? 'en' : fallback;
}
