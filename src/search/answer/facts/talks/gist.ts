import { findSession, outermostSections, postIn } from '#library/find.ts';
import type { Language, Library, Session } from '#library/model.ts';
import type { Fact, Passage } from '../../../model.ts';
import { quotedPassage } from '../quotedPassage.ts';
import type { FactQuestion } from '../reading/factWords.ts';
import { sessionAt } from '../sessionsBy.ts';

/** What a post closes with, or opens with, to sum its talk up. */
const SUMS_UP =
  /^\P{L}*(?:wrap(?:ping)?[- ]?up|(?:key |main )?take-?aways?|key points|summary|tl;?\s?dr|conclusions?|recap|한\s?줄\s?(?:정리|요약|평)|(?:전체\s|핵심\s|최종\s)?(?:요약|정리)|총정리|결론|핵심|まとめ|結論|要点|要約)\P{L}*$/iu;
const LONGEST = 600;

/** What a post says under a heading that sums its talk up. */
export function gistOf(session: Session, language: Language | undefined): { readonly talk?: Passage } {
  const post = postIn(session, language ?? '');
  const section = outermostSections(post).find(({ name, text }) => text !== '' && SUMS_UP.test(name));
  return section === undefined || section.text.length > LONGEST
    ? {}
    : { talk: quotedPassage(session.id, post, section, section.text) };
}

/** `다섯 번째 발표 끝에`, `how did session 5 end`, `発表の最後に`: the end of a talk is asked about. */
const AT_END =
  /(?:발표|세션|강연|강의|시간|토크)(?:의|을|를|에서)?\s?(?:맨\s?)?(?:끝|마지막|말미|막판|막바지|마무리|마치|마쳤|결론|결말)|\b(?:at|towards?|near|by) the (?:very )?end of (?:the |this |that )?(?:\S+ )?(?:talk|session|presentation)\b|\b(?:talk|session|presentation)(?: \d+)? (?:end|close|conclude|finish|wrap up|wrapped up)(?:s|ed|d)?\b|\bclosing (?:points?|remarks?|words?|slides?|part|message|summary)\b|\b(?:wrap-?up|conclusions?)\b|(?:発表|セッション|講演|話)の(?:最後|終わり|締め|結び|まとめ)/iu;

/** What one talk, by its number, closed with, where its post sums it up; undefined for any other question. */
export function closingFact(
  library: Library,
  text: string,
  { roles, number }: FactQuestion,
  language: Language | undefined,
): Fact | undefined {
  if (number === undefined || !roles.has('talk') || !AT_END.test(text)) return undefined;
  const session = findSession(library, sessionAt(library, roles, number) ?? '');
  const gist = session && gistOf(session, language);
  return session === undefined || gist?.talk === undefined
    ? undefined
    : { about: 'session', session: session.id, ...gist };
}
