const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const FINALS = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];

/** Letters of two keystrokes. */
const STROKES: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
  ㅘ: 'ㅗㅏ',
  ㅙ: 'ㅗㅐ',
  ㅚ: 'ㅗㅣ',
  ㅝ: 'ㅜㅓ',
  ㅞ: 'ㅜㅔ',
  ㅟ: 'ㅜㅣ',
  ㅢ: 'ㅡㅣ',
};

/**
 * The keystrokes of a text: each intermediate state of a syllable (`ㅅ`, `세`, `셋`, `세셔`) is a prefix of the
 * keystrokes of the finished word (`세션`), so that matches do not flicker during typing.
 */
export function keystrokes(text: string): string {
  return [...text.normalize('NFC')].map(ofLetter).join('');
}

function ofLetter(letter: string): string {
  const code = (letter.codePointAt(0) ?? 0) - 0xac00;
  if (code < 0 || code > 11_171) return STROKES[letter] ?? letter;
  const initial = INITIALS.charAt(Math.floor(code / 588));
  const vowel = VOWELS.charAt(Math.floor((code % 588) / 28));
  const final = FINALS[code % 28] ?? '';
  return initial + (STROKES[vowel] ?? vowel) + (STROKES[final] ?? final);
}
