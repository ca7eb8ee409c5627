import { findSession, locateSection } from '#library/find.ts';
import type { Library } from '#library/model.ts';
import type { SearchResult } from '../../model.ts';
import { isOfSeveral } from './toldTalks.ts';

/** `어느 시간에 다뤘지`, `영상 틀어 준 세션이 어떤 건가요`, `in which session do they cover it`: the talk is asked for, and not what it says. */
const WHICH_TALK =
  /(?:어느|어떤|무슨|몇\s?번째?)\s?(?:세션|발표|강연|강의|시간|토크)(?:에서|에|이|가|인|였|야|임|죠|지|더라|\s|[?？]|$)|(?:세션|발표|강연|강의|토크)(?:이|은|는|가)?\s?(?:어떤\s?[거건것]|어느\s?[거것]|뭐였|뭐더라|몇\s?번)|\b(?:which|what) (?:session|talk|presentation|lecture)\b|(?:どの|何番目の)(?:セッション|発表|講演|トーク)/iu;
/** What is asked of that talk: who gave it, when, and why. */
const OF_TALK =
  /누가|누구|언제|어디|며칠|왜|이유|어떻게|몇\s?(?:시|분|명)|\b(?:who|whom|whose|when|where|why|how)\b|誰|いつ|どこ|なぜ/iu;

/** The session that an answer by a quote is from, where that is what was asked for; else the answer as it is. */
export function asTalk(library: Library, text: string, found: SearchResult): SearchResult {
  const [passage] = found.passages;
  if (found.verdict !== 'answer' || found.answer?.kind !== 'quote' || passage === undefined) return found;
  if (!WHICH_TALK.test(text) || OF_TALK.test(text)) return found;
  const session = findSession(library, passage.session);
  const section = locateSection(library, passage, passage.language)?.section;
  // Of a post on several talks, the part that is quoted says more than the post.
  if (session === undefined || section === undefined || isOfSeveral([session])) return found;
  const only = section.lead ? undefined : section.name;
  return { ...found, answer: { kind: 'facts', fact: { about: 'list', sessions: [session.id], only } } };
}
