import { lazy } from '#library/compute/lazy.ts';
import { chatterList } from './chatterList.ts';

const japanese = chatterList('japanese');
const pieces = lazy(() => {
  const core = japanese('core').all;
  const all = core.union(japanese('along').all);
  return { core, all, longest: Math.max(...[...all].map((piece) => piece.length)) };
});

/** A clause with the marks behind it. */
const CLAUSE = /[^\s、。，．,.!！?？…〜~]+[\s、。，．,.!！?？…〜~]*/gu;

/** The same as `withoutChatter` for a text in Japanese, which has no spaces. */
export const withoutJapaneseChatter = (text: string): string => withoutClauses(text, isChatter);

/** The same as `askedClause` for a text in Japanese. */
export const askedInJapanese = (text: string): string => withoutClauses(text, tellsOfAsker);

function withoutClauses(text: string, falls: (clause: string) => boolean): string {
  const clauses = Array.from(text.matchAll(CLAUSE), ([raw]) => ({ raw, is: falls(raw) }));
  const from = clauses.findIndex(({ is }) => !is);
  const to = clauses.findLastIndex(({ is }) => !is);
  if (from < 0 || (from === 0 && to === clauses.length - 1)) return text;
  return clauses
    .slice(from, to + 1)
    .map(({ raw }) => raw)
    .join('')
    .trim();
}

/** What a clause ends with that leads up to another one, or says something. */
const ENDS = /(?:が|けど|けれども?|ので|から|て|です|ます|した|だ|ない|ません|ね|よ|さい)$/u;
/** What asks, and names in other letters than those of the words around them. */
const ASKS_OR_NAMES =
  /[何誰?？]|どこ|いつ|なぜ|どう|どれ|どの|どんな|いく[つら]|とは|\p{Script=Latin}{2}|[ァ-ヺー]{5}/u;

/** True for a clause that tells of who asks, or why, in whichever words. */
function tellsOfAsker(raw: string): boolean {
  const clause = raw.replace(/[^\p{L}\p{N}?？]+/gu, '');
  return (
    ENDS.test(clause) &&
    !ASKS_OR_NAMES.test(clause) &&
    [...pieces().core].some((piece) => piece.length > 1 && clause.includes(piece))
  );
}

/** True for a clause made of pieces that ask for nothing; without letters it is a face. */
function isChatter(raw: string): boolean {
  const clause = raw.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (clause === '') return true;
  const { core, all, longest } = pieces();
  /** How far pieces reach, and whether one of them tells that nothing is asked. */
  const reached: (boolean | undefined)[] = [false];
  for (let at = 0; at < clause.length; at += 1) {
    const tells = reached[at];
    if (tells === undefined) continue;
    for (let end = at + 1; end <= Math.min(at + longest, clause.length); end += 1) {
      const piece = clause.slice(at, end);
      if (all.has(piece)) reached[end] = tells || core.has(piece) || reached[end] === true;
    }
  }
  return reached[clause.length] === true;
}
