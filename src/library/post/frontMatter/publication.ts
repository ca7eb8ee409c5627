import { civilDate } from '../../text/date.ts';
import type { FrontMatter } from '../model.ts';

/** Why a post is kept out, as a sentence for its owner, and the line that says so. */
export interface Hidden {
  readonly line: number;
  readonly message: string;
}

/** Milliseconds since 1970 of a moment as people write it; a date alone begins at midnight UTC. */
function momentOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const exact = Date.parse(written);
  if (!Number.isNaN(exact)) return exact;
  const day = civilDate(written);
  return day === undefined ? undefined : Date.parse(day);
}

/** The line of the first key that is one of the given ones. */
const lineOf = ({ lines }: FrontMatter, ...keys: readonly RegExp[]): number =>
  keys.flatMap((wanted) => Object.entries(lines).find(([key]) => wanted.test(key))?.[1] ?? []).at(0) ?? 1;

/** Says why a post is not shown at a moment; undefined for one that is. */
export function hiddenAt(front: FrontMatter, now: number): Hidden | undefined {
  const { hiddenBy, from, until } = front;
  if (hiddenBy !== undefined) {
    return {
      line: front.lines[hiddenBy] ?? 1,
      message: `The post is not shown: its front matter says so by "${hiddenBy}".`,
    };
  }
  if ((momentOf(from) ?? now) > now) {
    return {
      line: lineOf(front, /^publi|^pubdate/u, /^date$/u),
      message: `The post is not shown before ${from}.`,
    };
  }
  if ((momentOf(until) ?? Infinity) <= now) {
    return {
      line: lineOf(front, /^expir|^unpubli/u),
      message: `The post is not shown since ${until}.`,
    };
  }
  return undefined;
}

/** The next moment after `now` at which the post comes or goes; Infinity for one that stays as it is. */
export function nextChange({ hiddenBy, from, until }: FrontMatter, now: number): number {
  if (hiddenBy !== undefined) return Infinity;
  return Math.min(
    ...[momentOf(from), momentOf(until)].map((moment) =>
      moment !== undefined && moment > now ? moment : Infinity,
    ),
  );
}

/** The key of the front matter by which a page of a site may be there without a text of its own. */
export const filledBy = ({ lines }: FrontMatter): string | undefined =>
  ['home', 'layout', 'template'].find((key) => lines[key] !== undefined);
