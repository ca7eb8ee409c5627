import { disassemble } from 'es-hangul';

/** The consonants that begin a syllable, in Unicode's order. */
export const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
/** The vowels of a syllable, in Unicode's order. */
export const MEDIALS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
/** The consonants that end a syllable, in Unicode's order; a space for none. */
export const FINALS = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

const JOINED: Readonly<Record<string, string>> = {
  ㅗㅏ: 'ㅘ',
  ㅗㅐ: 'ㅙ',
  ㅗㅣ: 'ㅚ',
  ㅜㅓ: 'ㅝ',
  ㅜㅔ: 'ㅞ',
  ㅜㅣ: 'ㅟ',
  ㅡㅣ: 'ㅢ',
  ㄱㅅ: 'ㄳ',
  ㄴㅈ: 'ㄵ',
  ㄴㅎ: 'ㄶ',
  ㄹㄱ: 'ㄺ',
  ㄹㅁ: 'ㄻ',
  ㄹㅂ: 'ㄼ',
  ㄹㅅ: 'ㄽ',
  ㄹㅌ: 'ㄾ',
  ㄹㅍ: 'ㄿ',
  ㄹㅎ: 'ㅀ',
  ㅂㅅ: 'ㅄ',
};

/** Decomposes a text into the letters that its keys type: `ㅘ` into `ㅗㅏ`, syllables into their jamo. */
export const decompose = disassemble;

/** Composes jamo into syllables as a Korean input method does; jamo that fit into no syllable stay. */
export function compose(letters: string): string {
  let out = '';
  let initial = '';
  let medial = '';
  let final = '';
  const flush = (): void => {
    if (initial !== '' && medial !== '') {
      const at = (INITIALS.indexOf(initial) * 21 + MEDIALS.indexOf(medial)) * 28;
      out += String.fromCharCode(0xac00 + at + Math.max(0, FINALS.indexOf(final)));
    } else out += initial + medial + final;
    initial = '';
    medial = '';
    final = '';
  };
  for (const letter of letters) {
    if (MEDIALS.includes(letter)) {
      if (final !== '') {
        // The final consonant becomes the initial of the next syllable.
        const pair = disassemble(final);
        const moved = pair.slice(-1);
        final = pair.length > 1 ? pair.slice(0, -1) : '';
        flush();
        initial = moved;
        medial = letter;
      } else if (medial === '') medial = letter;
      else {
        const both = JOINED[medial + letter];
        if (both !== undefined) medial = both;
        else {
          flush();
          medial = letter;
        }
      }
    } else if (INITIALS.includes(letter)) {
      if (medial === '' || initial === '') {
        if (initial !== '' || medial !== '') flush();
        initial = letter;
      } else if (final === '' && FINALS.includes(letter)) final = letter;
      else {
        const both = final === '' ? undefined : JOINED[final + letter];
        if (both !== undefined && FINALS.includes(both)) final = both;
        else {
          flush();
          initial = letter;
        }
      }
    } else {
      flush();
      out += letter;
    }
  }
  flush();
  return out;
}
