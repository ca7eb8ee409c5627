import { findSession, postIn } from '#library/find.ts';
import type { Language, Library, Section } from '#library/model.ts';
import type { Passage } from '../../model.ts';
import { piecesOf } from '../sentences/sectionPieces.ts';
import { quotedPassage } from './quotedPassage.ts';

const SURNAME =
  '(?:[김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용]|남궁|황보|제갈|선우|독고)';
const NAME = `(?:${SURNAME}[가-힣]{2}(?![가-힣])(?:\\s?님)?|\\p{Lu}\\p{Ll}+(?:\\s\\p{Lu}[\\p{Ll}.]*){1,2})`;
/** `번들 줄이기 - 이도현 (당근나라)`, `디자인 시스템 | 윤가람 @무드하우스`, `코루틴 (김민재, 밀크티컴퍼니)`, `Signals by Jane Doe`. */
const IN_HEADING = new RegExp(
  `(?:\\s[-–—|/·]\\s?|[|(（]\\s?|\\s[bB]y\\s|,\\s)${NAME}(?:\\s?(?:[,(（@/|·]|$|[)）])|\\s[^()]{1,30}[)）]?$)`,
  'u',
);
/** `발표자: 신아라 / 코드브릿지`, `누가: 곽서담 변호사님`, `발표자인 최유나 님은`. */
const IN_TEXT = new RegExp(
  `^(?:발표자?|연사|강연자|스피커|누가|speakers?|presenters?|who|発表者|登壇者)(?:는|은|인|\\s?[:：-])\\s?\\S|(?:발표자|연사)인\\s|(?<![가-힣])${SURNAME}[가-힣]{2}\\s?님(?:[이은는의과,]|께서)`,
  'iu',
);
/** `given by Jane Doe`, `Jane Doe of Acme showed`. */
const BY_NAME =
  /\b(?:[gG]iven|[pP]resented) by \p{Lu}|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+[^.]{0,40}\s(?:presented|showed|talked|explained|told|gave)\b/u;
const COMPANY = /^(?:소속|회사|직함|affiliation|company)\s?[:：]/iu;
/** `Jun Takahara, Bramble CI.`, `표인영 — 로그를 버렸더니`: a name that a section or an item of a list opens with. */
const OPENS = new RegExp(
  `^(?:\\p{Lu}\\p{Ll}+(?:\\s\\p{Lu}[\\p{Ll}.]*){1,2}|${SURNAME}[가-힣]{1,2})(?:,\\s\\p{Lu}[^.]{0,60}\\.(?:$|\\s)|\\s[-–—]\\s)`,
  'u',
);
/**
 * A line below a heading that tells a name and nothing else: `하늬쇼핑 보안관제 나윤재 님.`, `유채린, 해달페이 클라우드팀 리드`,
 * `by Amara Osei, consultant`, `株式会社なぎさ 森下さん`.
 */
const SIGNS = new RegExp(
  `^(?:[^.!?:]{0,40}\\s)?[가-힣]{2,4}\\s?님(?:\\s?\\([^()]{1,30}\\))?[.!]?$|^${SURNAME}[가-힣]{1,2},\\s[^.!?,]{2,40}$|^[bB]y\\s\\p{Lu}\\p{Ll}+\\s\\p{Lu}|^[^。！？]{1,30}(?:さん|氏)(?:（[^（）]{1,30}）)?。?$`,
  'u',
);
/** Sentences of a section that are read. */
const SENTENCES = 6;

/**
 * Who spoke in a part of a post that tells of several talks: the heading that says it, or the sentence below it, of the
 * section or of one that it stands in.
 * @param about words of what is asked about, in lower case
 */
export function speakerIn(
  library: Library,
  session: string,
  id: string,
  language: Language | undefined,
  about: readonly string[] = [],
): Passage | undefined {
  const found = findSession(library, session);
  const post = found && postIn(found, language ?? '');
  let section = post?.sections.find((one) => one.id === id);
  while (post !== undefined && section !== undefined && !section.lead) {
    const quote = speakerOf(section, about);
    if (quote !== undefined) return quotedPassage(session, post, section, quote);
    const { parent } = section;
    section = parent === undefined ? undefined : post.sections.find((one) => one.id === parent);
  }
  return undefined;
}

function speakerOf(section: Section, about: readonly string[]): string | undefined {
  if (IN_HEADING.test(section.name)) return section.name;
  const sentences = piecesOf(section).sentences.slice(0, SENTENCES);
  const texts = sentences.map(({ start, end }) => section.text.slice(start, end));
  const at = texts.findIndex(
    (text, i) =>
      IN_TEXT.test(text) || BY_NAME.test(text) || (i === 0 && (OPENS.test(text) || SIGNS.test(text))),
  );
  // Of short talks, each an item of a list, it is the one that is asked about.
  const opened = texts.filter((text) => OPENS.test(text));
  if (at <= 0 && opened.length > 1) {
    const held = (text: string): number => about.filter((word) => text.toLowerCase().includes(word)).length;
    return opened.toSorted((a, b) => held(b) - held(a))[0];
  }
  if (at < 0) return undefined;
  const next = texts[at + 1];
  return next !== undefined && COMPANY.test(next) ? `${texts[at]}\n${next}` : texts[at];
}
