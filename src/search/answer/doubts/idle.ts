import { TITLES } from '../../index/tables/postings.ts';
import type { Candidate } from '../../ranking/candidate.ts';
import type { Query } from '../../ranking/query.ts';
import type { WordMatch } from '../../ranking/wordMatch.ts';
import type { WordClass } from '../../words/wordClass.ts';
import type { NamedTopic } from '../question/topicTable.ts';

/** From here on a guess is worth a look, whatever words it was made from. */
const WORTH_A_LOOK = 0.4;
/** So few words say little, in a text of so few. */
const FEW = { telling: 2, all: 6 } as const;
/** From here on a section holds a word, or another one for it. */
const HELD = 0.7;
const COMMON: ReadonlySet<WordClass> = new Set<WordClass>(['asking', 'plain', 'everyday']);

/**
 * True for what may be small talk: a common word that names nothing and that a section does not hold itself: `힘들다`, `sounds
 * good`; for a guess, a few of them, none of which stands in its heading, and of which it holds at best one: `점심 뭐 먹지`.
 */
export function isIdle(
  { text }: Query,
  { matches }: Candidate,
  named: readonly NamedTopic[],
  confidence: number,
): boolean {
  if (named.length > 0 || text.trim().split(/\s+/u).length > FEW.all) return false;
  const said = matches.filter(({ word }) => !word.hint);
  const isHangul = said.some(({ word }) => word.token.script === 'hangul');
  const isCommon = ({ word: { wordClass, token } }: WordMatch): boolean =>
    COMMON.has(wordClass) && !(isHangul && token.script === 'latin');
  const telling = said.filter(({ word }) => word.wordClass !== 'asking');
  if (!said.every(isCommon) || telling.length > FEW.telling) return false;
  // What a section says in other words alone may be said of anything.
  if (confidence >= WORTH_A_LOOK) return telling.length === 1 && !telling.some(isWritten);
  if (telling.length === FEW.telling && telling.every(({ weight }) => weight >= HELD)) return false;
  return !telling.some(isTitled);
}

const isWritten = ({ expansion }: WordMatch): boolean =>
  expansion?.how === 'word' || expansion?.how === 'stem';
const isTitled = (match: WordMatch): boolean => isWritten(match) && (match.fields & TITLES) !== 0;
