import {
  BEFORE_LAST,
  isOfNoWords,
  KOREAN_JOB,
  LATIN,
  lastOf,
  namesAtWork,
  namesWhoDid,
  SURNAME,
} from '../sentences/persons.ts';

const NAME = `(?:${SURNAME}[가-힣]{1,2}\\s?님|${SURNAME}[가-힣]{2}(?![가-힣])|${LATIN})`;
/** `번들 줄이기 - 이도현 (당근나라)`, `디자인 시스템 | 윤가람 @무드하우스`, `코루틴 (김민재, 밀크티컴퍼니)`, `Signals by Jane Doe`. */
const IN_HEADING = new RegExp(
  `(?:\\s[-–—|/·]\\s?|[|(（]\\s?(?:[bB]y:?\\s)?|\\s[bB]y\\s|,\\s)(${NAME})(?:\\s?(?:[,(（@/|·]|[-–—~]?\\s?$|[)）])|\\s[^()]{1,30}[)）]?$)`,
  'u',
);
/** `디자인 토큰 (라인 오지후님)`, `レガシーコードと生きる（ひなた 三宅さん）`, `速度改善に挑んだ日々 by 清土 伸康さん`, `魔法の法則 @davedelong`: a name with where it is from before it, or an account. */
const BRACKETED =
  /\S\s@[\w-]{3,}$|[(（](?:[^()（）]{1,24}\s)?[가-힣]{2,4}\s?님[)）]$|[(（][^()（）]{1,24}(?:さん|氏)[)）]$|(?:\s[bB][yY]:?|[」』”"/／|｜:：–—-])\s*[^\s()（）「」/／|｜][^()（）「」/／|｜]{0,23}(?:さん|氏)$|\s[bB][yY]:?\s(?:[^()\s]{1,16}\s)?[가-힣]{2,4}\s?님$/u;
/**
 * `Sofie Brandt: "Nobody answers"`, `윤채령 – "타일맵"`, `Is five enough? Hendrik Vos`, `On a mountain: Ravi Castellanos, TrailPost`,
 * `엑셀만 던지지 마세요 — 카와이 미나 (번역가)`.
 */
const BESIDE_TITLE = new RegExp(
  `^(${LATIN}|${SURNAME}[가-힣]{1,2})(?:\\s?[:：]|\\s[-–—])\\s|[?!:]["”]?\\s(${LATIN})(?:$|,\\s|\\s\\()|\\s[-–—]\\s([가-힣]{2,5}\\s[가-힣]{2,5})\\s?\\(`,
  'u',
);
/** `김영재님 발표`: what the section of a talk is called by who gave it. */
const TALK_OF = new RegExp(`^${SURNAME}[가-힣]{1,2}\\s?님(?:의)?\\s(?:발표|강연|세션|키노트|이야기)`, 'u');
/** `발표자: 신아라 / 코드브릿지`, `누가: 곽서담 변호사님`, `발표자인 최유나 님은`, `Speaker | Jane Doe` of a table, `🎤 Jane Doe · Acme`. */
const IN_TEXT = new RegExp(
  `^(?:[🎤🎙🗣]\\uFE0F?\\s?)?(?:발표자?|연사|강연자|스피커|누가|speakers?|presenters?|(?:presented|given|talk) by|who|発表者|登壇者|講演者|スピーカー)(?:(?:는|은|인|\\s?[:：|-])\\s?\\S|\\s${SURNAME}[가-힣]{1,2},)|(?:발표자|연사)인\\s|^[🎤🎙🗣]\\uFE0F?\\s?\\p{L}`,
  'iu',
);
/** A heading that is a line for who spoke: `Speaker: Yuki Tanabe | Topic: Feature stores`. */
const LABELLED = /^(?:발표자|연사|speakers?|presenters?|発表者|登壇者)\s?[:：]\s?\S/iu;
/** `국정민 님은`: who is only spoken of. */
const SPOKEN_OF = new RegExp(`(?<![가-힣])${SURNAME}[가-힣]{2}\\s?님(?:[이은는의과,]|께서)`, 'u');
/** `given by Jane Doe`, `Jane Doe of Acme showed`. */
const BY_NAME =
  /\b(?:[gG]iven|[pP]resented) by \p{Lu}|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?=[\s,])[^.]{0,40}\s(?:presented|showed|talked|explained|told|gave)\b/u;
const SIR = `(?:[가-힣]{2,4}|\\p{Lu}\\p{Ll}+(?:\\s\\p{Lu}\\p{Ll}+){0,2})\\s?님`;
/**
 * What introduces who spoke, anywhere in a post: `두 번째 발표는 DB팀 라현우 님`, `정은채 님의 "한 줄로 세우기"`, `진행은 변솔 님`,
 * `The last talk was Nadia Ferhat's`.
 */
const INTRODUCES = new RegExp(
  `(?:발표|강연|세션|진행|연사|발표자|강사)[은는]\\s(?:\\S+\\s){0,4}?(?:${SIR}|${SURNAME}[가-힣]{1,2}(?=\\s?[(（]|였다|입니다|이다))|${SIR}(?:의\\s["“'‘]|의?\\s(?:발표|강연|세션))|\\b(?:[tT]alk|[sS]ession|[kK]eynote|[wW]orkshop|[pP]resentation)\\b[^.]{0,60}\\b(?:was|by|from)\\s${LATIN}|${LATIN}['’]s\\s["“]`,
  'u',
);
/** `Tim Sweeney님이 나와서 기조연설을 하였습니다`: who did it is its subject. */
const DID = new RegExp(
  `${SIR}(?:이|은|께서|께서는)\\s(?:[^.\\s]+\\s){0,4}?(?:발표|강연|기조\\s?연설|키노트|환영사|축사|세션|토크)(?:[을를]\\s)?(?:\\S+\\s)?(?:[했하]|맡|진행|해\\s?[주줬])`,
  'u',
);
/** `Jun Takahara, Bramble CI.`, `표인영 — 로그를 버렸더니`: a name that a section or an item of a list opens with. */
const OPENS = new RegExp(
  `^(?:\\p{Lu}\\p{Ll}+(?:\\s\\p{Lu}[\\p{Ll}.]*){1,2}|${SURNAME}[가-힣]{1,2})(?:,\\s\\p{Lu}[^.]{0,60}\\.(?:$|\\s)|\\s[-–—]\\s)`,
  'u',
);
/**
 * A line below a heading that tells a name and nothing else: `하늬쇼핑 보안관제 나윤재 님.`, `유채린, 해달페이 클라우드팀 리드`,
 * `by Amara Osei, consultant`, `株式会社なぎさ 森下さん`, `송창현 네이버 CTO`, `Jane Doe - https://jane.example`.
 */
const SIGNS = new RegExp(
  `^(?:[^.!?:]{0,40}\\s)?[가-힣]{2,4}\\s?님(?:\\s?\\([^()]{1,30}\\))?[.!]?$|^${SURNAME}[가-힣]{1,2},\\s[^.!?,]{2,40}$|^[bB]y\\s\\p{Lu}\\p{Ll}+\\s\\p{Lu}|^[^。！？]{1,30}(?:さん|氏)(?:（[^（）]{1,30}）)?。?$|^${SURNAME}[가-힣]{2}\\s(?:[^.!?:,]{1,24}\\s)?${KOREAN_JOB}$|^\\p{Lu}\\p{L}+(?:\\s\\p{Lu}[\\p{L}.]*){1,2}\\s[-–—]\\s(?:https?:|@)`,
  'u',
);

/** No product: `Amazon CodeGuru`. */
const ALONE = new RegExp(`^\\p{Lu}\\p{Ll}{2,}(?:\\s(?:\\p{Lu}\\.|${BEFORE_LAST}\\p{Lu}\\p{Ll}+)){1,2}$`, 'u');
/** A heading below which stands who spoke: `연사 소개`, `About the speaker`. */
const FOR_SPEAKERS =
  /^(?:연사|발표자|강연자|강사|스피커)(?:\s?(?:소개|정보|진|들|목록))?$|^(?:about )?(?:the |our )?speakers?(?:['’]?s?)?(?: (?:bios?|info|introductions?|list))?$|^(?:登壇者|発表者|講演者|スピーカー)(?:紹介|情報|一覧)?$/iu;

/** True for a heading that tells who spoke. */
export function isOfSpeaker(heading: string): boolean {
  if (TALK_OF.test(heading) || BRACKETED.test(heading) || LABELLED.test(heading)) return true;
  const [, name] = IN_HEADING.exec(heading) ?? [];
  if (name !== undefined && isOfNoWords(HANGUL.test(name) ? name.replace(/\s?님$/u, '') : lastOf(name)))
    return true;
  const [, before, behind, spaced] = BESIDE_TITLE.exec(heading) ?? [];
  const beside = before ?? behind ?? spaced;
  return beside !== undefined && isOfNoWords(beside);
}
const HANGUL = /^[가-힣]/u;

/** `무엇을 테스트할 것인가 (by 노은결)`, `Talking tides by Mira Solheim`: a post on one talk, called by who gave it. */
const SIGNED = new RegExp(`[\\s(（][bB]y:?\\s${NAME}(?:[\\s,@][^()（）]{0,30})?[)）]?$`, 'u');
/** True for the title of a post that tells who gave the talk. */
export const isSignedTitle = (title: string): boolean => SIGNED.test(title.trim());

/** True for a heading that is a line for who spoke, and tells of no talk itself. */
export const isSpeakerLine = (heading: string): boolean => LABELLED.test(heading);

/** True for a heading below which stands who spoke, and nothing else. */
export const isForSpeakers = (heading: string): boolean => FOR_SPEAKERS.test(heading.trim());

/** True for a sentence that introduces who spoke, in the opening of a post too. */
export const introduces = (sentence: string): boolean => INTRODUCES.test(sentence);

/** True for a sentence below a heading that tells who spoke. @param first true for the first one */
export const tellsSpeaker = (sentence: string, first: boolean): boolean =>
  IN_TEXT.test(sentence) ||
  BY_NAME.test(sentence) ||
  INTRODUCES.test(sentence) ||
  DID.test(sentence) ||
  (first && (OPENS.test(sentence) || SIGNS.test(sentence)));

/** True for a sentence that opens with a name, as an item of a list of talks may. */
export const opensWithName = (sentence: string): boolean => OPENS.test(sentence);

/** True for a line that is a name and nothing else: `Jiří Pinkas`. */
export const isNameAlone = (line: string): boolean => ALONE.test(line) && isOfNoWords(lastOf(line));

const ONE = new RegExp(`^${SURNAME}[가-힣]{2}(?:\\s?님)?$`, 'u');
/** True for a heading that may be a name and nothing else: `고은결`, `Jiří Pinkas`. */
export const mayBeName = (heading: string): boolean =>
  isNameAlone(heading) || (ONE.test(heading) && isOfNoWords(heading.replace(/\s?님$/u, '')));

/** True for a sentence that speaks of a person. */
export const speaksOfPerson = (sentence: string): boolean => SPOKEN_OF.test(sentence);

/** `미소님의`, `성윤 강사님`, `三宅さん`: somebody, called as people are. */
const CALLED =
  /(?<![가-힣])[가-힣]{2,4}(?:\s[가-힣]{2,4})?['"’”]?\s?님(?:[은는이가의과와도,]|께서|\s|$)|[\p{Script=Han}\p{Script=Katakana}]{2,}(?:さん|氏)/u;
/** A row of a table below such a head tells of people. */
const OF_PEOPLE = /^(?:[^|\n]+\|\s)*(?:speakers?|presenters?|발표자|연사|登壇者|発表者)\s(?:\||$)/imu;

/** True for a text that names somebody who may have spoken. */
export const namesPerson = (text: string): boolean =>
  CALLED.test(text) ||
  OF_PEOPLE.test(text) ||
  ON_STAGE.test(text) ||
  namesAtWork(text) ||
  namesWhoDid(text) ||
  text.split(SENTENCES).some((one) => tellsSpeaker(one.trim(), false));
/** `Mira Solberg and Jo Tan hosted the evening`. */
const ON_STAGE =
  /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ (?:hosted|presented|emceed|moderated|chaired|led|ran|gave|spoke|talked)\b/u;
const SENTENCES = /(?<=[.!?。])\s+|\n/u;
