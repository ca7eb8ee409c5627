import { tokensOf } from '../../letters/tokens.ts';
import type { Candidate } from '../../ranking/candidate.ts';
import { isContentWord, type Query } from '../../ranking/query.ts';
import { HEADED, holdsWhole } from '../../ranking/wholeName.ts';
import { isInNoPost, type WordMatch } from '../../ranking/wordMatch.ts';
import { thesaurusForm } from '../../words/thesaurus.ts';
import { withoutParticles } from '../../words/words.ts';
import { ASKS, isNamed, isWithin } from '../question/askingWords.ts';
import type { Asking } from '../question/readQuestion.ts';
import type { NamedTopic } from '../question/topicTable.ts';

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
  return isInNoPost({ terms });
}

/** Most words of a name. */
const NAME_WORDS = 3;
/** A name in Latin letters: by its capitals, or among Korean or Japanese words. */
const LATIN = /^(?=.*\p{L})[\p{Script=Latin}\p{N} .+#/-]+$/u;
const PROPER = /^\S*\p{Lu}\S*(?:\s\S*[\p{Lu}\p{N}]\S*)*$/u;
const OTHER_SCRIPT = /[가-힣\u3041-\u30fa]/u;
/** From here on a Latin name is heard in Hangul. */
const HEARD = 0.8;

/** Of things that a question compares, those with a name that no post holds: `Dataproc`, which only looks like `Dataprep`. */
export function absentThings(
  { text }: Query,
  things: readonly string[],
  ranked: readonly Candidate[],
): readonly string[] {
  const [first] = ranked;
  if (first === undefined) return [];
  return things.filter((thing) => {
    if (!LATIN.test(thing) || !(PROPER.test(thing) || OTHER_SCRIPT.test(text))) return false;
    const tokens = tokensOf(thing, NAME_WORDS + 1);
    if (tokens.length > NAME_WORDS) return false;
    const words = first.matches.filter(({ word }) => tokens.some((token) => token.text === word.token.text));
    if (words.some(isUnheld)) return true;
    if (tokens.length < 2) return false;
    const name = tokens.map((token) => thesaurusForm(token.text));
    return !ranked.some((candidate) => candidate.fit >= HEADED || holdsWhole(candidate, [name]));
  });
}

const isUnheld = ({ word, terms }: WordMatch): boolean =>
  word.token.script === 'latin' &&
  !word.hint &&
  isInNoPost({ terms }) &&
  !terms.some(({ how, weight }) => how === 'sound' && weight >= HEARD);
