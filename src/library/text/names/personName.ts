import { memoize } from '../../compute/memoize.ts';
import { romanize } from '../romanize.ts';
import { digest, fold, slugOf } from '../slug.ts';

/** A script that most of the letters are of, of those that names are told apart by; undefined for no letters or others. */
export function inScript(text: string): 'Hang' | 'Latn' | 'Kana' | 'Hani' | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const most = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) * 2 > letters;
  if (letters === 0) return undefined;
  if (most(/\p{sc=Hangul}/gu)) return 'Hang';
  if (most(/\p{sc=Latin}/gu)) return 'Latn';
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return 'Kana';
  return most(/\p{sc=Han}/gu) ? 'Hani' : undefined;
}

/** Letters that people write for one sound in Korean names, folded into one. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph|p|b|f|v/gu, 'b'],
  [/th|t|d/gu, 'd'],
  [/kh|ck|k|g|q|c(?=[aou])/gu, 'g'],
  [/sh|x/gu, 's'],
  [/r|l/gu, 'l'],
  [/eo|oo|ou|u|o/gu, 'o'],
  [/[aeiwyh]/gu, ''],
  [/(.)\1+/gu, '$1'],
];

function skeleton(word: string): string {
  let text = word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/gu, '')
    .replace(/ch|jj|j/gu, 'z');
  for (const [pattern, letter] of SOUNDS) text = text.replace(pattern, letter);
  return text;
}

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** How alike two texts are, from 0 to 1: by pairs of letters in any order. */
function similarity(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  if (one === other) return 1;
  const rest = pairs(other);
  const shared = pairs(one).filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * shared) / Math.max(1, pairs(one).length + pairs(other).length);
}

const ALIKE = 0.6;

/** Family names as people write them in Latin letters, which is seldom as they sound. */
const FAMILIES: Readonly<Record<string, string>> = {
  김: 'kim gim',
  이: 'lee yi rhee ri',
  박: 'park bak pak',
  최: 'choi choe',
  정: 'jung jeong chung',
  강: 'kang gang',
  조: 'cho jo',
  윤: 'yoon yun',
  장: 'jang chang',
  임: 'lim im rim',
  한: 'han',
  오: 'oh o',
  서: 'seo suh',
  신: 'shin sin',
  권: 'kwon gwon',
  황: 'hwang',
  안: 'ahn an',
  송: 'song',
  류: 'ryu yoo',
  유: 'yoo yu ryu you',
  전: 'jeon jun chun',
  홍: 'hong',
  고: 'ko go koh',
  문: 'moon mun',
  양: 'yang',
  손: 'son sohn',
  배: 'bae',
  백: 'baek paik',
  허: 'heo huh hur',
  남: 'nam',
  심: 'shim sim',
  노: 'noh roh no',
  하: 'ha',
  곽: 'kwak',
  성: 'sung seong',
  차: 'cha',
  주: 'joo ju',
  우: 'woo',
  구: 'koo gu ku',
  민: 'min',
  나: 'na ra',
  진: 'jin',
  지: 'ji',
  엄: 'um eom',
  채: 'chae',
  원: 'won',
  천: 'chun cheon',
  방: 'bang',
  공: 'kong gong',
  현: 'hyun hyeon',
  함: 'ham',
  변: 'byun byeon',
  염: 'yeom yum',
  여: 'yeo',
  추: 'choo chu',
  도: 'do',
  소: 'so',
  석: 'seok suk',
  선: 'sun seon',
  설: 'seol',
  마: 'ma',
  길: 'gil kil',
  연: 'yeon',
  위: 'wi',
  표: 'pyo',
  명: 'myung myeong',
  기: 'ki gi',
  반: 'ban',
  라: 'ra la',
  왕: 'wang',
  금: 'keum geum',
  옥: 'ok',
  육: 'yook yuk',
  인: 'in',
  맹: 'maeng',
  제: 'je',
  모: 'mo',
  탁: 'tak',
  국: 'kook guk',
  은: 'eun',
  편: 'pyeon pyun',
  용: 'yong',
  남궁: 'namgung namkoong',
  황보: 'hwangbo',
  제갈: 'jegal',
  선우: 'sunwoo seonu',
  독고: 'dokgo',
};

/** True where a name in Latin letters begins or ends with the family name of the one in Hangul. */
function shareFamily(hangul: string, words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 4 || !/^\p{sc=Hangul}{2,5}$/u.test(hangul)) return false;
  const ends = [words[0], words.at(-1)].map((word) => word?.toLowerCase().replace(/[^a-z]/gu, ''));
  return [hangul.slice(0, 2), hangul.slice(0, 1)].some((family) =>
    (Object.hasOwn(FAMILIES, family) ? (FAMILIES[family] ?? '') : '')
      .split(' ')
      .some((name) => name !== '' && ends.includes(name)),
  );
}

/** True where a name in Hangul and one in Latin letters sound alike, with the family name in front or behind. */
export function isSameSound(one: string, other: string): boolean {
  const [hangul, latin] = inScript(one) === 'Hang' ? [one, other] : [other, one];
  const read = skeleton(romanize(hangul));
  const words = latin.split(/[\s,]+/u).filter((word) => word !== '');
  const turned = words.length < 2 ? [] : [[words.at(-1) ?? '', ...words.slice(0, -1)]];
  if (shareFamily(hangul.replace(/\s/gu, ''), words)) return true;
  return [words, ...turned].some((order) => similarity(read, skeleton(order.join(''))) >= ALIKE);
}

/** What two ways to write one name share. */
export const personKey: (name: string) => string = fold;

const LONGEST_ID = 48;
const DIGEST = 5;

/**
 * The id of a speaker by one name: `[a-z0-9-]{1,48}`. Outside of plain Latin letters it ends in a digest: two people's
 * names in another script may be one in Latin letters.
 */
export const speakerId: (name: string) => string = memoize((name) => {
  if (/^[\x20-\x7e]+$/u.test(name.normalize('NFKC'))) return slugOf(name, LONGEST_ID);
  return `${slugOf(name, LONGEST_ID - DIGEST - 1)}-${digest(personKey(name), DIGEST)}`;
}, 10_000);
