const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const FINALS = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];

/** Letters that take two strokes on the keyboard. */
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
 * The keystrokes that a text takes: every state of a syllable on its way (`ㅅ`, `세`, `셋`, `세셔`) is a beginning of the
 * finished word's keystrokes (`세션`), so that what is matched does not flicker while somebody types.
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
