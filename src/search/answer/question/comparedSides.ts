import { type Token, tokensOf } from '../../letters/tokens.ts';
import { wordClassOf } from '../../words/wordClass.ts';
import { isStop } from '../../words/words.ts';
import type { NamedTopic } from './topicTable.ts';

/** What parts two names in a question. */
const APART =
  /\s+(?:vs\.?|versus|and|or|from|with|to|against|over|apart from|rather than|instead of|compared (?:to|with)|아니면|또는|쓸까|할까)\s+|\s*(?:\bvs\.?(?![a-z])|↔|\s\/\s)\s*|(?<=\S)(?:이랑|랑|하고|이나|와|과)\s+|\s+(?:이랑|랑|하고)\s+|(?<=\S)[은는이가]\s+(?=\S+(?:\s\S+)?(?:이랑|랑|하고|와|과)(?:\s|$))|\s*[,、]\s*|(?<=[\p{L}\p{N}])と(?=[\p{L}\p{N}])/iu;
/** From here on a Korean or Japanese question tells what it asks of the things that it has named. */
const MARK =
  /차이|다른\S*|다르\S*|다름|달라|비교|같은|같[나아냐]|똑같|동일|그게|구분|반대|헷갈|각각|어떻게|어케|뭐가|머가|뭔|뭐를|뭘|언제|무엇|어느|둘\s?(?:다|이|중)|셋|세\s?개|중에|중\s(?:뭐|뭘|어|언)|골라|나아|낫|그[걸것]|の?違|はどう|どちら|それぞれ|[はが]何|比較/u;
/** What only asks for a comparison. */
const ASKS =
  /\b(?:what(?:'s| is| are)?|whats|the|an?|diffs?|differences?|different|differ|distinct(?:ion)?|distinguish|contrast|apart(?: from)?|sets?|tell|stacks? up|go with|pros and cons|compare[ds]?|comparison|same(?: thing)?|identical|interchangeable|keep|mixing up|mix up|confus\w+|between|how|do(?:es)?|did|is|are|should|would|i|we|you|use|used|choose|pick|call|need|just|enough|when|which(?: one)?|one(?= (?:to|should|do|did|is)\b)|better|explain|tell me|about|for|what for|normal|ordinary|plain|regular|usual|trade-?offs?)\b|차이점?\S*|비교\S*|(?<!\S)[써쓰쓸](?!\S*(?:랑|하고|까)(?!\S))\S{0,3}|(?<!\S)(?:그냥|보통|기존|좀|도대체|대체|정확히|일단)(?!\S)|の?違い\S*|[はが]?どう違\S*|の?どちら\S*|を?比較\S*|[?？!.。]/giu;
/** What is left behind the last of them. */
const TAIL = /(?<=\S)(?:이랑|랑|하고)$|\s(?:쓸까|할까|얼마나|왜)$/u;
const HANGUL = /[가-힣\u3041-\u30fa]/u;
const MOST = 3;

/** The two or three things that a question sets beside each other, as it words them; none where it does not. */
export function comparedSides(question: string): readonly string[] {
  const text = question.replace(/(?<=[a-z])\.(?=\s|$)/gu, ' ').trim();
  for (const clause of clausesOf(text)) {
    const bare = clause.replace(ASKS, ' ');
    const parts = bare
      .split(APART)
      .map((part) => part.trim().replace(TAIL, '').replace(/\s+/gu, ' '))
      .filter((part) => part !== '');
    if (parts.length > 1 && parts.length <= MOST) return parts.map((part) => spelledOut(part, parts));
    const words = bare
      .split(/\s+/u)
      .filter((word) => tokensOf(word).some((one) => !isStop(one) && !isPlain(one)));
    if (parts.length === 1 && HANGUL.test(text) && words.length > 1 && words.length <= MOST) return words;
  }
  return [];
}

/** True for what everybody says: `맨날`. */
const isPlain = ({ script, text }: Token): boolean => script === 'hangul' && wordClassOf([text]) === 'plain';

/** `the edge one` beside `normal TPU`: what is not said again. */
const spelledOut = (part: string, [one = '', other = '']: readonly string[]): string =>
  part.replace(/\sones?$/iu, ` ${(part === one ? other : one).split(' ').at(-1)}`);

/** Parts of a question that may name the things: what stands before it asks, else each clause, else all of it. */
function clausesOf(text: string): readonly string[] {
  if (HANGUL.test(text)) {
    const at = text.search(MARK);
    return at > 2 ? [text.slice(0, at), text] : [text];
  }
  return [...text.split(/[,:;?]\s+|\s[–—-]+\s/u).filter((clause) => APART.test(clause)), text];
}

/** What a question sets beside each other: as its grammar tells, else three topics or more that it names. */
export function comparedThings(text: string, named: readonly NamedTopic[]): readonly string[] {
  const sides = comparedSides(text);
  if (sides.length > 0) return sides;
  const topics = [...new Map(named.map(({ topic, start, end }) => [topic, text.slice(start, end)])).values()];
  return topics.length > 2 ? topics : [];
}
