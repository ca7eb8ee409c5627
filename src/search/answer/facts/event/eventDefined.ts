import { findSession, postIn } from '#library/find.ts';
import type { Language, Library } from '#library/model.ts';
import type { Passage } from '../../../model.ts';
import { koreanStems } from '../../../words/korean.ts';
import { DEFINES, definitionOfSection } from '../../sentences/findDefinition.ts';
import { openingOf } from '../openings.ts';
import { quotedPassage } from '../quotedPassage.ts';

/** Posts that are read, and sections at the front of each. */
const POSTS = 60;
const OPENING = 3;

/** `어떤 행사야`, `what kind of conference`, `どんなイベント`: what it is is asked, and not which talks it had. */
const ASKS_WHAT =
  /(?:어떤|무슨|뭐\s?하는|뭔)\s?(?:행사|이벤트|컨퍼런스|콘퍼런스|밋업|모임|대회|세미나)|\bwhat (?:kind|sort|type) of\b|(?:どんな|どういう)(?:イベント|カンファレンス|行事|勉強会|会)/iu;

/** True for a question for what an event is. */
export const asksWhatEvent = (text: string): boolean => ASKS_WHAT.test(text);

/**
 * What an event is, in the sentence of its posts that says so; undefined where none does.
 * @param ids of its sessions
 * @param called the words that name it, in lower case
 */
export function eventDefined(
  library: Library,
  ids: readonly string[],
  called: readonly string[],
  language: Language | undefined,
): Passage | undefined {
  const joined = called.map((word) => koreanStems(word)[0] ?? word).filter((word) => !/^\d+$/u.test(word));
  const asked = [...new Set([joined.join(' '), joined.join('')])];
  const spaced = new RegExp(Array.from(joined.join(''), RegExp.escape).join('\\s?'), 'iu');
  let best: Passage | undefined;
  let most = DEFINES;
  for (const id of ids.slice(0, POSTS)) {
    const session = findSession(library, id);
    const post = session && postIn(session, language ?? '');
    // The title may part what was typed as one.
    const names = [...asked, ...(spaced.exec(post?.fullTitle.toLowerCase() ?? '') ?? [])];
    for (const section of post === undefined ? [] : openingOf(post, OPENING)) {
      const found = definitionOfSection(section, names, false);
      if (found === undefined || found.strength < most || post === undefined) continue;
      most = found.strength;
      best = quotedPassage(id, post, section, found.quote);
    }
  }
  return best;
}
