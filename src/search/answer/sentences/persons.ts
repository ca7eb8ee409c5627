import { isName } from '../../words/thesaurus.ts';
import { isListed } from '../../words/wordClass.ts';

/** A Korean surname. */
export const SURNAME =
  '(?:[김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용봉피라빈복태]|남궁|황보|제갈|선우|독고)';
/** `Ty McKercher`, `Conan O'Brien`. */
export const BEFORE_LAST = "(?:Mc|Mac|De|Di|La|Le|Van|O['’])?";
/** A name of two or three words in Latin letters. */
export const LATIN = `(?:Dr\\.\\s|Prof\\.\\s)?\\p{Lu}\\p{Ll}+(?:[\\s-]${BEFORE_LAST}\\p{Lu}[\\p{Ll}.]*){1,2}`;
/** What people are by their work, as it stands behind a Korean name. */
export const KOREAN_JOB =
  '(?:C[A-Z]O|VP|대표(?:이사)?|이사|상무|전무|부장|차장|과장|대리|책임|선임|수석|교수|박사|팀장|파트장|실장|센터장|본부장|소장|단장|리드|매니저|개발자|엔지니어|프로그래머|연구원|디렉터|디자이너|기획자|변호사|기자|작가|강사|위원)';
const JOB =
  '(?:C[A-Z]O|S?VP|[cC]o-?[fF]ounder|[fF]ounder|[pP]resident|[dD]irector|[mM]anager|[eE]ngineer|[dD]eveloper|[pP]rogrammer|[dD]esigner|[pP]rofessor|[rR]esearcher|[sS]cientist|[aA]uthor|[eE]vangelist|[aA]dvocate|[aA]rchitect|[aA]nalyst|[cC]onsultant|[mM]aintainer|[lL]ead|[hH]ead)';
/** `한서윤 엔지니어가`, `Oscar Lindqvist, Lead Researcher at …`, `design director - Lena Brandt`, `moderated by Amara Obi`. */
const AT_WORK = new RegExp(
  `${SURNAME}[가-힣]{1,2}\\s${KOREAN_JOB}|${LATIN}(?:,\\s|\\s[-–—(]\\s?|\\sis (?:an?|the)\\s)(?:[^.,;:]{0,30}\\s)?${JOB}\\b|\\b${JOB}(?:\\s[-–—]|,)?\\s${LATIN}|\\b(?:[mM]oderat|[hH]ost|[cC]hair|[fF]acilitat|[lL])ed by:?\\s\\p{Lu}`,
  'u',
);
/** `Rachel Stein (ex-NSA) opened with …`, `Haruto Mori showing …`. */
const DOES = new RegExp(
  `(${LATIN})(?:\\s?\\([^()]{1,40}\\)|,\\s[^,.]{2,60},)?\\s(?:\\p{Ll}+ed|told|says|said|spoke|gave|led|ran|began|went|did|showing|talking|explaining|presenting)\\b`,
  'u',
);

/** True for a sentence that names somebody with what they do for a living. */
export const namesAtWork = (sentence: string): boolean => AT_WORK.test(sentence);

/** True for a sentence in which somebody does something, by a name that no word is known of. */
export function namesWhoDid(sentence: string): boolean {
  const [, name] = DOES.exec(sentence) ?? [];
  return name !== undefined && isOfNoWords(lastOf(name));
}

/** The last word of a name. */
export const lastOf = (name: string): string => name.split(' ').at(-1) ?? '';

/** True for what no word is known of: `Cloud Storage`, `전문성` are no names of people. */
export const isOfNoWords = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[\s-]/u)
    .every((word) => !isName([word]) && !isListed(word));
