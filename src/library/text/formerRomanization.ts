/** Initial consonants in Unicode order, as the Revised Romanization of Korean writes them. */
const INITIALS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ').map((x) => (x === '-' ? '' : x));
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
/** Final consonants in Unicode order, before a consonant or at the end of a word. */
const FINALS = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'
  .split(' ')
  .map((x) => (x === '-' ? '' : x));
/** The same finals before a vowel, where they open the next syllable. */
const LINKED = '- g kk ks n nj n d r lg lm lb ls lt lp r m b ps s ss ng j ch k t p -'
  .split(' ')
  .map((x) => (x === '-' ? '' : x));
/** A stop before a nasal becomes a nasal: `hamnida`. */
const NASAL: Readonly<Record<string, string>> = { k: 'ng', t: 'n', p: 'm' };

const FIRST = 0xac00;
const LAST = 0xd7a3;
const SILENT = 11;
const L = 5;

interface Syllable {
  readonly initial: number;
  readonly vowel: number;
  readonly final: number;
}

function syllable(character: string | undefined): Syllable | undefined {
  const code = character?.codePointAt(0) ?? 0;
  if (code < FIRST || code > LAST) return undefined;
  const at = code - FIRST;
  return { initial: Math.floor(at / 588), vowel: Math.floor((at % 588) / 28), final: at % 28 };
}

function finalBefore(final: number, next: Syllable | undefined): string {
  if (next === undefined) return FINALS[final] ?? '';
  if (next.initial === SILENT) return LINKED[final] ?? '';
  const sound = FINALS[final] ?? '';
  const opens = INITIALS[next.initial];
  return opens === 'n' || opens === 'm' ? (NASAL[sound] ?? sound) : sound;
}

/**
 * Writes Hangul as the ids of earlier versions did, which knew the most common changes of sound alone. Only their ids
 * are found by it: new ones follow the official rules.
 */
export function romanizeAsBefore(text: string): string {
  const characters = [...text.normalize('NFC')];
  let out = '';
  let before: Syllable | undefined;
  characters.forEach((character, index) => {
    const here = syllable(character);
    if (here === undefined) {
      out += character;
    } else {
      const next = syllable(characters[index + 1]);
      const doubled = here.initial === L && before !== undefined && FINALS[before.final] === 'l';
      const initial = doubled ? 'l' : (INITIALS[here.initial] ?? '');
      out += initial + (VOWELS[here.vowel] ?? '') + finalBefore(here.final, next);
    }
    before = here;
  });
  return out;
}
