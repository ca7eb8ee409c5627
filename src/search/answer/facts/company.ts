import { findSession } from '#library/find.ts';
import type { Language } from '#library/model.ts';
import type { Index } from '../../index/searchIndex.ts';
import { interpret } from '../../interpret.ts';
import type { Fact } from '../../model.ts';
import { verdictOf } from '../../ranking/verdict.ts';
import { MADE } from '../question/maker.ts';
import type { Role } from './reading/factRoles.ts';
import type { FactQuestion } from './reading/factWords.ts';
import { speakerIn } from './sectionSpeaker.ts';
import { isForSpeakers } from './speakerPatterns.ts';
import { tellDetails } from './statedFacts.ts';

/** More words than these tell something of the company, beside whom or what it is asked for. */
const MOST = 3;
/** `회사들이 못 쓰는 이유 뭐뭐 있어`: companies are spoken of, and none is asked for. */
const REASON = /이유|왜|까닭|\b(?:why|reasons?)\b|理由|なぜ/iu;
const WHICH: readonly Role[] = ['where', 'list', 'who'];

/** True for `ClickHouse 쓴 회사 어디`, `윤가람 님 어느 회사`, `which company is she from`. */
export const asksCompany = (text: string, { roles, rest }: FactQuestion): boolean =>
  roles.has('company') &&
  WHICH.some((role) => roles.has(role)) &&
  !roles.has('talk') &&
  !roles.has('count') &&
  rest.length <= MOST &&
  !MADE.test(text) &&
  !REASON.test(text);

/**
 * The company of who spoke in the part that names somebody or something: the line that tells who they are, where that
 * part is surely found; undefined where nothing tells it.
 * @param about words of whom or what is asked for
 */
export function companyOf(
  { library, segments }: Index,
  about: readonly string[],
  language: Language | undefined,
): Fact | undefined {
  const { ranked, confidence } = interpret(segments, about.join(' '));
  const [first] = ranked;
  if (first === undefined || verdictOf(confidence) !== 'answer') return undefined;
  const { session, section, variants } = first.doc;
  // Of the text that introduces somebody, another sentence than the first may tell it.
  if (variants.some((variant) => isForSpeakers(variant.section.name))) return undefined;
  const found = findSession(library, session);
  const told =
    speakerIn(library, session, section, language) ??
    tellDetails(library, { details: ['who'], sessions: found === undefined ? [] : [found] }, language).get(
      'who',
    );
  return told === undefined ? undefined : { about: 'who', session, told };
}
