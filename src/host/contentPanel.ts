import type { Finding, Library } from '#library/model.ts';
import { type ByLocale, byLocale } from '#locales/index.ts';
import type { PreviewPage } from '#playground/index.ts';
import { describeFinding } from './describeFinding.ts';
import { listRoutes } from './pages.ts';
import { drawPreview, type PreviewContext } from './preview.ts';

/** The state of the playground's panel `content`: the parsed files, those with errors first. */
export interface ContentState {
  readonly dir: string;
  readonly version: string;
  readonly files: readonly ContentFile[];
}

interface ContentFile {
  readonly file: string;
  readonly title: string;
  readonly findings: readonly (Pick<Finding, 'level' | 'line' | 'message'> & {
    /** The message by language. */
    readonly messages: ByLocale<string>;
  })[];
  readonly changedAt: number | null;
}

const rank = ({ findings }: ContentFile): number =>
  findings.some(({ level }) => level === 'error') ? 0 : findings.length > 0 ? 1 : 2;

/** @param changes time of the last change of each file, in milliseconds since 1970. */
export const contentState = (
  library: Library,
  dir: string,
  changes: ReadonlyMap<string, number>,
): ContentState => {
  const titles = new Map(
    library.sessions.flatMap(({ posts }) => posts.map(({ file, title }) => [file, title])),
  );
  const names = new Set([...titles.keys(), ...library.findings.map(({ file }) => file), ...changes.keys()]);
  const files = [...names].map(
    (file): ContentFile => ({
      file,
      title: titles.get(file) ?? '',
      findings: library.findings
        .filter((finding) => finding.file === file)
        .map((finding) => ({
          level: finding.level,
          line: finding.line,
          message: finding.message,
          messages: byLocale((_, locale) => describeFinding(finding, locale)),
        })),
      changedAt: changes.get(file) ?? null,
    }),
  );
  return {
    dir,
    version: library.version,
    files: files.sort((one, other) => rank(one) - rank(other) || one.file.localeCompare(other.file)),
  };
};

/** The files whose post was added, changed or removed. */
export const changedFiles = (before: Library, after: Library): readonly string[] => {
  const postsOf = ({ sessions }: Library): ReadonlyMap<string, string> =>
    new Map(sessions.flatMap(({ posts }) => posts.map(({ file, hash }) => [file, hash])));
  const old = postsOf(before);
  const now = postsOf(after);
  return [...new Set([...old.keys(), ...now.keys()])].filter((file) => old.get(file) !== now.get(file));
};

/** The pages with content from a file: those of its session, in its own language. */
export const pagesOfFile = (file: string, drawing: PreviewContext): readonly PreviewPage[] => {
  const { library } = drawing.sources;
  const session = library.sessions.find(({ posts }) => posts.some((post) => post.file === file));
  const post = session?.posts.find((candidate) => candidate.file === file);
  if (session === undefined || post === undefined) return [];
  const routes = listRoutes(library, post.language).filter((listed) => listed.session === session.id);
  return drawPreview(routes, { ...drawing, reader: { ...drawing.reader, language: post.language } });
};
