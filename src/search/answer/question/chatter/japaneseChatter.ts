import { lazy } from '#library/compute/lazy.ts';
import { chatterList } from './chatterWords.ts';

const pieces = lazy(() => {
  const of = chatterList('japanese');
  const core: ReadonlySet<string> = new Set(of('core'));
  const all: ReadonlySet<string> = new Set([...core, ...of('along')]);
  return { core, all, longest: Math.max(...[...all].map((piece) => piece.length)) };
});

/** A clause with the marks behind it. */
const CLAUSE = /[^\s、。，．,.!！?？…〜~]+[\s、。，．,.!！?？…〜~]*/gu;

/** The same as `withoutChatter` for a text in Japanese, which has no spaces. */
export function withoutJapaneseChatter(text: string): string {
  const clauses = Array.from(text.matchAll(CLAUSE), ([raw]) => ({ raw, is: isChatter(raw) }));
  const from = clauses.findIndex(({ is }) => !is);
  const to = clauses.findLastIndex(({ is }) => !is);
  if (from < 0 || (from === 0 && to === clauses.length - 1)) return text;
  return clauses
    .slice(from, to + 1)
    .map(({ raw }) => raw)
    .join('')
    .trim();
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
