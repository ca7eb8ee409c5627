import type { Multimap } from '../../compute/multimap.ts';
import type { Pause } from '../../compute/slicedWork.ts';
import type { Language } from '../../model.ts';
import type { Draft } from '../../post/model.ts';
import { agreesWithScript, canBeIn, languageTag, scriptOf, writtenLanguage } from '../../text/language.ts';

/** The language of a post, and its path without what names that language: translations share it. */
export interface LanguagePath {
  readonly language: Language;
  /** Without ending; `index`, `README` and `_index` give the path of their folder. */
  readonly path: string;
}

/** A language that a path may name. */
interface Tagged {
  readonly language: Language;
  /** The path without the tag. */
  readonly path: string;
  /** True where nothing but a language can stand in this place. */
  readonly sure: boolean;
}

/** Country codes that people write where they mean the language. */
const COUNTRIES: Readonly<Record<string, Language>> = { kr: 'ko', jp: 'ja', cn: 'zh', tw: 'zh' };
const TAG = `[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?`;
const FOLDER = new RegExp(`^${TAG}$`, 'u');
const ENDING = new RegExp(String.raw`^(.+)\.(${TAG})$`, 'u');
/** `talk-en`, `talk-ko-kr`: of the languages that posts are mostly translated into and from. */
const SUFFIX = /^(.+?)[-_]((?:ko|kr|en|ja|jp|zh|cn)(?:[-_][A-Za-z]{2,4})?)$/iu;
const DOCUSAURUS =
  /^(.*?)\bi18n\/([^/]+)\/docusaurus-plugin-content-(blog|docs|pages)(?:-([^/]+))?\/(?:(current)\/|(version-[^/]+)\/)?(.+)$/u;
const MARKDOWN = /\.(?:mdx?|markdown)$/iu;
const FOLDER_POST = /(^|\/)(?:index|readme|_index)$/iu;

const withoutEnding = (file: string): string => file.replace(MARKDOWN, '');

/** What a tag may stand for: `kr` is a language of its own, and mostly a country. */
function languagesOf(tag: string): Language[] {
  const primary = tag.toLowerCase().split(/[-_]/u)[0] ?? '';
  const meant = Object.hasOwn(COUNTRIES, primary) ? COUNTRIES[primary] : undefined;
  return [meant, languageTag(tag)].filter((language) => language !== undefined);
}

/** Where Docusaurus keeps the original of a translated file. */
function docusaurus(path: string): Tagged | undefined {
  const [, before = '', tag = '', kind = '', plugin, , version, rest = ''] = DOCUSAURUS.exec(path) ?? [];
  const language = languageTag(tag);
  if (language === undefined) return undefined;
  const folder =
    kind === 'pages'
      ? 'src/pages'
      : (plugin ?? (version === undefined ? kind : `versioned_${kind}/${version}`));
  return { language, path: `${before}${folder}/${rest}`, sure: true };
}

/** Every reading of a path in which a folder or the end of the name is a language. */
function tagsIn(file: string): Tagged[] {
  const path = withoutEnding(file);
  const known = docusaurus(path);
  if (known) return [known];
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const inFolders = folders.flatMap((folder, at) => {
    if (!FOLDER.test(folder)) return [];
    const i18n = folders[at - 1] === 'i18n';
    const rest = [...folders.slice(0, i18n ? at - 1 : at), ...folders.slice(at + 1), name].join('/');
    return languagesOf(folder).map((language) => ({ language, path: rest, sure: i18n }));
  });
  const inName = [ENDING, SUFFIX].flatMap((pattern) => {
    // `talk-en/index.md` is a page of its folder, as `talk/index.en.md` is.
    const whole = pattern === SUFFIX ? ofFolder(path) : path;
    const at = whole.lastIndexOf('/') + 1;
    const [, rest = '', tag = ''] = pattern.exec(whole.slice(at)) ?? [];
    return languagesOf(tag).map((language) => ({ language, path: whole.slice(0, at) + rest, sure: false }));
  });
  return [...inFolders, ...inName];
}

/** The path of the folder for a post that is its folder's page. */
function ofFolder(path: string): string {
  return path.replace(FOLDER_POST, '') || path;
}

/** True where a tag does not contradict the letters of the text, though its words may be of another language. */
const isPossible = ({ language }: Tagged, draft: Draft): boolean => agreesWithScript(language, draft.scripts);

interface PathTags {
  readonly draft: Draft;
  readonly tags: readonly Tagged[];
  readonly said: Language | undefined;
  readonly accepted: Tagged | undefined;
}

const remembered = new WeakMap<Draft, PathTags>();

/** So many letters tell their language for certain. */
const LONG = 50;

async function look(draft: Draft): Promise<PathTags> {
  const known = remembered.get(draft);
  if (known) return known;
  const tags = tagsIn(draft.file);
  const key = draft.front.lang === undefined ? undefined : languageTag(draft.front.lang);
  // `lang: cs` may mean C#: what a post says of itself counts unless a longer text plainly contradicts it.
  const contradicted =
    key !== undefined && draft.scripts.letters >= LONG && !agreesWithScript(key, draft.scripts);
  const said = contradicted ? undefined : key;
  let accepted = tags.find(({ sure, language }) => sure && said === undefined && languageTag(language));
  for (const tag of tags) {
    if (accepted) break;
    if (said === undefined ? await canBeIn(tag.language, draft.scripts) : said === tag.language)
      accepted = tag;
  }
  const found = { draft, tags, said, accepted };
  remembered.set(draft, found);
  return found;
}

/** A text in no letters that tell, in an Asian default language, is taken for English from so many letters on. */
const SOME_LETTERS = 40;

async function guess({ scripts }: Draft, fallback: Language): Promise<Language> {
  const written = await writtenLanguage(scripts);
  if (written !== undefined) return written;
  const english = scriptOf(scripts) === 'Latn' && scripts.latin >= SOME_LETTERS;
  return english && ['ko', 'ja', 'zh'].includes(fallback) ? 'en' : fallback;
}

/** True where two versions of one file have the same language and path, whatever the other posts are. */
export async function haveSameLanguagePath(one: Draft, other: Draft, fallback: Language): Promise<boolean> {
  const [a, b] = [await look(one), await look(other)];
  return (
    a.said === b.said &&
    a.accepted?.language === b.accepted?.language &&
    a.accepted?.path === b.accepted?.path &&
    a.tags.every((tag) => isPossible(tag, one) === isPossible(tag, other)) &&
    (a.said !== undefined ||
      a.accepted !== undefined ||
      (await guess(one, fallback)) === (await guess(other, fallback)))
  );
}

/** What is left of a post's path without what may name a language, for each reading of it. */
export const tagPaths = ({ draft }: { readonly draft: Draft }): ReadonlySet<string> =>
  new Set((remembered.get(draft)?.tags ?? tagsIn(draft.file)).map(({ path }) => path));

/**
 * The language and path of a post that comes to all others, or goes; undefined where theirs may depend on it. `others`
 * are their files by `tagPaths`.
 */
export async function languagePathBeside(
  draft: Draft,
  others: Multimap<string, string>,
  fallback: Language,
): Promise<LanguagePath | undefined> {
  const { tags, said, accepted } = await look(draft);
  if (tags.some(({ path }) => others.has(path))) return undefined;
  const language = said ?? accepted?.language ?? (await guess(draft, fallback));
  return { language, path: ofFolder(accepted?.path ?? withoutEnding(draft.file)) };
}

/**
 * The language and path of each post. A post's language is what its front matter says, else a folder or ending of its
 * path that names a language, else what it is written in, else `fallback`. A tag in a path counts where the text can be
 * in that language, or where the letters allow it and the same path exists under another tag.
 */
export async function languagePathsOf(
  drafts: readonly Draft[],
  fallback: Language,
  pause: Pause,
): Promise<LanguagePath[]> {
  const found: PathTags[] = [];
  for (const draft of drafts) {
    found.push(await look(draft));
    await pause();
  }
  const shared = new Map<string, Language>();
  for (const { accepted } of found) if (accepted) shared.set(accepted.path, accepted.language);
  const standings: LanguagePath[] = [];
  for (const { draft, tags, said, accepted } of found) {
    const elsewhere = tags.find((tag) => {
      const other = shared.get(tag.path);
      return said === undefined && other !== undefined && other !== tag.language && isPossible(tag, draft);
    });
    const tag = accepted ?? elsewhere;
    const language = said ?? tag?.language ?? (await guess(draft, fallback));
    standings.push({ language, path: ofFolder(tag?.path ?? withoutEnding(draft.file)) });
    await pause();
  }
  return standings;
}
