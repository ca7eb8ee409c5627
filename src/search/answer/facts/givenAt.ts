import { findSession, postIn } from '#library/find.ts';
import type { Language, Library } from '#library/model.ts';
import type { Fact } from '../../model.ts';
import type { Asking } from '../question/readQuestion.ts';
import { traitsOf } from '../sentences/sentenceTraits.ts';
import { isOfEvent } from './event/eventDetails.ts';
import { quotedPassage } from './quotedPassage.ts';
import type { FactQuestion } from './reading/factWords.ts';

/** `which conference was the queue talk at`, `이 발표 어느 컨퍼런스에서 한 거야`. */
const AT_WHICH =
  /(?:어느|어떤|무슨|뭔)\s?(?:행사|컨퍼런스|콘퍼런스|컨프|밋업|세미나|대회)(?:에서|꺼|거|에)?|\b(?:at|from|in)? ?(?:which|what) (?:conf|conference|event|meetup|summit)\b|(?:どの|何の)(?:イベント|カンファレンス|勉強会)/iu;
/** `where was the talk about X`, `X 다룬 세션은 언제 했어`: a talk, and not what is said in one. */
const OF_TALK =
  /\b(?:when|where) (?:was|were) (?:the |that |this )?(?:\S+ ){0,3}?(?:talk|session|presentation|keynote)\b|(?:세션|발표|강연|키노트)\S{0,2}\s(?:언제|어디(?:에?서)?)\s?(?:했|한|열|였)/iu;
/** `when was X presented`: of what was presented the time is asked for, and not who did it. */
const PRESENTED =
  /\b(?:when|where) (?:was|were|did)\b.*\b(?:presented|present|given|held|shown)\b|(?:언제|어디(?:에?서)?)\s?(?:발표|강연)[했한]/iu;

const PLACE = /장소|위치|개최지|\b(?:venue|location)\b|会場|場所/iu;
/** Sections at the front of a post, and sentences of each, among which it may name the event. */
const OPENING = 2;
const LINES = 8;

/** Whether a question asks for the event that a talk was given at. */
export const asksEvent = (text: string): boolean => AT_WHICH.test(text);

/** At which event a talk was given, by a line of its post that is there for it. */
export function eventSaid(
  library: Library,
  id: string | undefined,
  language: Language | undefined,
): Fact | undefined {
  const session = findSession(library, id ?? '');
  const post = session && postIn(session, language ?? '');
  for (const section of post?.sections.slice(0, OPENING) ?? []) {
    const line = traitsOf(section).texts.slice(0, LINES).find(isOfEvent);
    if (session !== undefined && post !== undefined && line !== undefined)
      return { about: 'where', session: session.id, told: quotedPassage(session.id, post, section, line) };
  }
  return undefined;
}

/** Whether a question asks when or where a talk was given; undefined for neither. */
export function givenAt(
  { roles }: FactQuestion,
  text: string,
  { kinds }: Asking,
): 'when' | 'where' | undefined {
  if (roles.has('who')) return undefined;
  if (roles.has('talk') && AT_WHICH.test(text)) return 'where';
  const isOfTalk = roles.has('about') ? OF_TALK.test(text) : roles.has('talk');
  if (!isOfTalk && !PRESENTED.test(text)) return undefined;
  if (roles.has('when') && kinds.includes('date')) return 'when';
  const asksPlace = kinds.includes('where') || PLACE.test(text);
  return roles.has('where') && asksPlace ? 'where' : undefined;
}
