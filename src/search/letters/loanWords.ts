/** Kana of loan words as Korean writes their sounds; vowels that only hold consonants apart are ㅡ. */
const SYLLABLES: ReadonlyMap<string, string> = new Map(
  `ア아 イ이 ウ우 エ에 オ오 カ카 キ키 ク크 ケ케 コ코 サ사 シ시 ス스 セ세 ソ소 タ타 チ치 ツ츠 テ테 ト트 ナ나 ニ니 ヌ누 ネ네 ノ노 ハ하 ヒ히 フ프 ヘ헤 ホ호 マ마
  ミ미 ム므 メ메 モ모 ヤ야 ユ유 ヨ요 ラ라 リ리 ル르 レ레 ロ로 ワ와 ヲ오 ガ가 ギ기 グ그 ゲ게 ゴ고 ザ자 ジ지 ズ즈 ゼ제 ゾ조 ダ다 ヂ지 ヅ즈 デ데 ド드 バ바 ビ비 ブ브 ベ베
  ボ보 パ파 ピ피 プ프 ペ페 ポ포 ヴ브 ァ아 ィ이 ゥ우 ェ에 ォ오 ャ야 ュ유 ョ요 キャ캬 キュ큐 キョ쿄 シャ샤 シュ슈 ショ쇼 シェ셰 チャ차 チュ추 チョ초 チェ체 ニャ냐 ニュ뉴 ニョ뇨
  ヒャ햐 ヒュ휴 ヒョ효 ミャ먀 ミュ뮤 ミョ묘 リャ랴 リュ류 リョ료 ギャ갸 ギュ규 ギョ교 ジャ자 ジュ주 ジョ조 ジェ제 ビャ뱌 ビュ뷰 ビョ뵤 ピャ퍄 ピュ퓨 ピョ표 ファ파 フィ피 フェ페 フォ포
  フュ퓨 ティ티 ディ디 テュ튜 デュ듀 トゥ투 ドゥ두 ウィ위 ウェ웨 ウォ워 ヴァ바 ヴィ비 ヴェ베 ヴォ보 ツァ차 クァ콰 クォ쿼 グァ과 イェ예`
    .split(/\s+/)
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);

const KATAKANA = /^[ァ-ヺー・]+$/u;

/** True for a run of Katakana. */
export const isKatakana = (text: string): boolean => KATAKANA.test(text);

const FINAL_NG = 21;
const FINAL_N = 4;
const FINAL_M = 16;

/** A word in Katakana as Hangul would write its sounds: `エッジコンピューティング` → `에지콘퓨팅`; other letters are left out. */
export function hangulOfKatakana(word: string): string {
  let out = '';
  const close = (final: number): void => {
    const last = out.charCodeAt(out.length - 1);
    if (last >= 0xac00 && (last - 0xac00) % 28 === 0)
      out = out.slice(0, -1) + String.fromCharCode(last + final);
  };
  for (let at = 0; at < word.length; at += 1) {
    const kana = word[at] ?? '';
    const two = SYLLABLES.get(word.slice(at, at + 2));
    if (kana === 'ン') {
      const next = word[at + 1] ?? '';
      if (next === 'グ') {
        close(FINAL_NG);
        at += 1;
      } else close('バビブベボパピプペポマミムメモ'.includes(next) && next !== '' ? FINAL_M : FINAL_N);
    } else if (two !== undefined) {
      out += two;
      at += 1;
    } else out += SYLLABLES.get(kana) ?? '';
  }
  return out;
}

/** Syllables that hardly any but loan words have, and those that hold the consonants of such a word apart at its end. */
const BORROWED =
  /[션쿼쿠뮤튜듀큐뷰퓨슈쥬웹웨셰쉐챗봇킷젯넷핏칩킨캐케켓콜콘쿨킹타팅터텍텐템톡툴트틱팀파팔팝패팩퍼펙펌페펫포폰폼풀프플픽핀핑]|[가-힣][크스드즈브그르]/u;

const SHORTEST = 2;
const LONGEST = 10;

/** True for a Korean word that looks like a loan word: `뮤테이션`. One in twenty is, and of those most are. */
export const looksBorrowed = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST && BORROWED.test(word);

/** Consonants and vowels of Korean as Latin letters write them, in Unicode's order; other ways to write one after `|`. */
const HEADS = waysOf('g|k kk n d tt r|l m b pp s|sh ss - j jj ch k t p h');
const VOWELS = waysOf(
  'a ae ya yae eo|u e yeo|yu|you ye o wa wae oe yo u|oo|woo wo we wi yu|yoo eu ui|eui i|ee',
);
const TAILS = waysOf('- k|g * * n * * * l|r * * * * * * * m p|b * * * ng * * * * * *');

/** Latin letters and the places in Unicode's order that they may stand for, the longest first. */
function waysOf(list: string): readonly (readonly [letters: string, at: number])[] {
  const ways = list
    .split(' ')
    .flatMap((some, at) => some.split('|').map((letters) => [letters, at] as const));
  return ways
    .filter(([letters]) => letters !== '*')
    .map(([letters, at]) => [letters === '-' ? '' : letters, at] as const)
    .sort(([a], [b]) => b.length - a.length);
}

const LONGEST_NAME = 16;
const MOST_READINGS = 64;

/** What a name in Latin letters may be in Hangul, two syllables at least: `ondol` → `온돌` among others; none for most English words. */
export function hangulOfName(word: string): readonly string[] {
  const found: string[] = [];
  const read = (at: number, said: string): void => {
    if (found.length >= MOST_READINGS) return;
    if (at === word.length) {
      if (said.length > 1) found.push(said);
      return;
    }
    for (const [head, initial] of HEADS) {
      if (!word.startsWith(head, at)) continue;
      for (const [vowel, medial] of VOWELS) {
        if (!word.startsWith(vowel, at + head.length)) continue;
        for (const [tail, final] of TAILS) {
          const end = at + head.length + vowel.length + tail.length;
          if (word.startsWith(tail, end - tail.length))
            read(end, said + String.fromCharCode(0xac00 + (initial * 21 + medial) * 28 + final));
        }
      }
    }
  };
  if (word.length <= LONGEST_NAME) read(0, '');
  return found;
}
