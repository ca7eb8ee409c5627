import type { Candidate } from '../ranking/candidate.ts';
import type { Expansion } from '../ranking/expand.ts';
import { isContentWord, type Query } from '../ranking/query.ts';
import type { WordMatch } from '../ranking/wordMatch.ts';
import { withoutParticles } from '../words/words.ts';
import { ASKS, isNamed, isWithin } from './question/askingWords.ts';
import type { Asking } from './question/readQuestion.ts';
import type { NamedTopic } from './question/topicTable.ts';

/** What the posts hold of a word, and not of one that looks or sounds like it. */
const HELD: ReadonlySet<Expansion['how']> = new Set<Expansion['how']>([
  'word',
  'stem',
  'joined',
  'meaning',
  'beginning',
]);

/** The names in a question that no post holds, as they are written: what is found tells nothing of them. */
export function absentIn(
  { text }: Query,
  { matches }: Candidate,
  named: readonly NamedTopic[],
  { spans }: Asking,
): readonly string[] {
  const found: { start: number; end: number; name: string }[] = [];
  for (const match of matches) {
    if (!isAbsent(match) || isNamed(match.word, named) || isWithin(match.word, spans)) continue;
    const { token } = match.word;
    const before = found.at(-1);
    const name = withoutParticles(token);
    if (before === undefined || token.start - before.end > 1)
      found.push({ start: token.start, end: token.end, name });
    else {
      before.name = `${text.slice(before.start, token.start)}${name}`;
      before.end = token.end;
    }
  }
  return found.map(({ name }) => name);
}

function isAbsent({ word, mention, terms }: WordMatch): boolean {
  if (word.hint || mention !== undefined || !isContentWord(word)) return false;
  if (word.token.script === 'number' || ASKS.test(word.token.text)) return false;
  return !terms.some(({ how }) => HELD.has(how));
}
