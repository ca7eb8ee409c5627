/** Pairs of Korean particles: after a final consonant, and after a vowel. */
const PAIRS = {
  '을/를': ['을', '를'],
  '이/가': ['이', '가'],
  '은/는': ['은', '는'],
  '과/와': ['과', '와'],
  '(으)로': ['으로', '로'],
} as const;

export type Particle = keyof typeof PAIRS;

/** The ending of a word when read aloud in Korean. */
type Ending = 'vowel' | 'rieul' | 'consonant';

/** Digits as they are read: 영 일 이 삼 사 오 육 칠 팔 구. */
const DIGITS: Readonly<Record<string, Ending>> = {
  0: 'consonant',
  1: 'rieul',
  2: 'vowel',
  3: 'consonant',
  4: 'vowel',
  5: 'vowel',
  6: 'consonant',
  7: 'rieul',
  8: 'rieul',
  9: 'vowel',
};

/** Letters that are spelled: 엘, 엠, 엔, 아르(알). */
const SPELLED: Readonly<Record<string, Ending>> = { L: 'rieul', M: 'consonant', N: 'consonant', R: 'rieul' };

function endingOf(word: string): Ending {
  const heard = word.normalize('NFC').replace(/[^\p{L}\p{N}]+$/gu, '');
  const last = heard.at(-1) ?? '';
  const syllable = last.charCodeAt(0) - 0xac00;
  if (syllable >= 0 && syllable < 11_172) {
    const final = syllable % 28;
    return final === 0 ? 'vowel' : final === 8 ? 'rieul' : 'consonant';
  }
  const digit = DIGITS[last];
  if (digit !== undefined) return digit;
  // An acronym is spelled; other Latin words are pronounced as in Korean.
  if (/(?:^|[^A-Z])[A-Z]{1,5}$/.test(heard)) return SPELLED[last] ?? 'vowel';
  const lower = last.toLowerCase();
  if (lower === 'l' || /le$/i.test(heard)) return 'rieul';
  if (/(?:ng|[mnbpkc]|[mn]e)$/i.test(heard)) return 'consonant';
  return 'vowel';
}

/** The form of a particle after a word: `를` for `BigQuery`, `로` for `5`, `을` for `세션`. */
export function particleFor(word: string, particle: Particle): string {
  const ending = endingOf(word);
  const [closed, open] = PAIRS[particle];
  return ending === 'vowel' || (ending === 'rieul' && particle === '(으)로') ? open : closed;
}

/** A word with its particle. */
export const withParticle = (word: string, particle: Particle): string => word + particleFor(word, particle);
