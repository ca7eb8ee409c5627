import type { FrontMatter, Problem } from '../model.ts';
import { frontMatterOf } from './keys.ts';
import { type Matter, UnreadableMatter } from './matter.ts';

/** A file, split into front matter and body. */
export interface SplitPost {
  readonly front: FrontMatter;
  readonly body: string;
  /** Line of the file at which `body` begins, from 1. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
  /** True where the front matter is unreadable, so that the body must not be published either. */
  readonly broken: boolean;
}

/** A post that has no front matter. */
export const withoutFrontMatter = (body: string): SplitPost => ({
  front: frontMatterOf({}, {}, []),
  body,
  bodyLine: 1,
  problems: [],
  broken: false,
});

/** A post that is not published, for a reason on a line of its file. */
export function refusedPost(line: number, message: string): SplitPost {
  return {
    ...withoutFrontMatter(''),
    problems: [{ level: 'error', line, code: 'front-matter', message }],
    broken: true,
  };
}

/** A post whose front matter was read; `skipped` lines stand above the front matter. */
export function splitAt(matter: Matter, body: string, bodyLine: number, skipped: number): SplitPost {
  const lines = Object.fromEntries(Object.entries(matter.lines).map(([key, line]) => [key, line + skipped]));
  const problems = matter.problems.map((problem) => ({ ...problem, line: problem.line + skipped }));
  return { front: frontMatterOf(matter.keys, lines, problems), body, bodyLine, problems, broken: false };
}

/** A post that is not published, since its front matter was refused with an error. */
export function unreadablePost(error: unknown, skipped: number): SplitPost {
  const line = skipped + (error instanceof UnreadableMatter ? error.line : 1);
  const reason = error instanceof Error ? error.message : String(error);
  return refusedPost(
    line,
    `The front matter cannot be read (${reason}); mend it. Put values that contain ": " or "#" in quotes.`,
  );
}
