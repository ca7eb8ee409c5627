import { FIELD, TITLES } from '../index/tables/postings.ts';
import type { Token } from '../letters/tokens.ts';
import { placesOf } from '../words/places.ts';
import { isName } from '../words/thesaurus.ts';
import { THINGS } from '../words/wordClass.ts';
import type { Candidate } from './candidate.ts';
import { readText } from './passage.ts';
import { foundIn } from './retrieve.ts';
import { holdsWhole } from './wholeName.ts';
import { isAnotherName, type WordMatch } from './wordMatch.ts';

/** From here on what was typed is a name of the section as a whole, and if it is not short. */
const WHOLE = 0.84;
const LONG_WHOLE = { name: 0.78, letters: 5 } as const;
/** From here on a word of a heading is surely the one that was typed: alone, beside another word, and beside a name like it. */
const IN_HEADING = 0.8;
const BESIDE = 0.75;
const NAMED = { word: 0.62, name: 0.7 } as const;
/** From here on a word of the text is, if it is not short: by itself, and beside another noun of the question that is surely held. */
const IN_TEXT = { weight: 0.87, letters: 4 } as const;
const IN_TEXT_BESIDE = { weight: 0.75, letters: 3, other: 0.9 } as const;

/** Syllables, or Latin letters, of a word that is too short to be recognised by its sound or in spite of a slip. */
const SHORT = { hangul: 2, latin: 4 } as const;

const isShort = ({ text, script }: Token): boolean =>
  text.length <= (script === 'hangul' ? SHORT.hangul : SHORT.latin);

/**
 * True where a section holds a word: as it is, in another form, by a name that stands for it, or by one that hardly
 * anything but this word looks or sounds like. On names typed with slips and by ear these bounds keep 98 of 100, and on
 * names that the posts do not hold five of a hundred.
 * @param alone true where the word is all that was typed
 */
export function isHeld(match: WordMatch, candidate: Candidate, alone: boolean): boolean {
  const { word, expansion, mention } = match;
  const { name } = candidate;
  const { script } = word.token;
  if (script !== 'hangul' && script !== 'latin') return true;
  const alike = Math.max(mention?.score ?? 0, name === undefined || name.how === 'initials' ? 0 : name.score);
  const letters = word.token.text.length;
  const isWhole = alike >= (letters < LONG_WHOLE.letters ? WHOLE : LONG_WHOLE.name) && letters > 1;
  if (name?.literal === true || isWhole) return true;
  if (!alone && (mention?.score ?? 0) >= BESIDE) return true;
  switch (expansion?.how) {
    case undefined:
    case 'part':
    case 'described':
      return false;
    case 'word':
    case 'joined':
      return !alone || isWritten(match, candidate);
    case 'stem':
      // What is a word of its own is no form of another: `접근성` is not `접근`.
      return !alone || !isName([word.token.text]) || isWritten(match, candidate);
    case 'beginning':
      return !alone || !(word.common || word.wordClass === 'everyday');
    case 'meaning':
      return !alone || isMeant(match, candidate);
    default:
      return isHeard(match, candidate, alike, alone);
  }
}

/** True where a word looks or sounds like one of the section, and hardly like another. */
function isHeard(match: WordMatch, candidate: Candidate, alike: number, alone: boolean): boolean {
  const { word, expansion, fields } = match;
  const { text } = word.token;
  // Keys of the other layout.
  if (/[ㄱ-ㅣ].*[가-힣]/u.test(text)) return false;
  const weight = expansion?.weight ?? 0;
  if (isAnotherName(match, candidate.segment)) return true;
  if (alone && isShort(word.token)) return false;
  if ((fields & TITLES) === 0) {
    const least = !alone && isBesideHeld(match, candidate) ? IN_TEXT_BESIDE : IN_TEXT;
    return !word.common && weight >= least.weight && text.length >= least.letters;
  }
  if (weight >= (alone ? IN_HEADING : BESIDE)) return true;
  // `Dataproc` is no slip of `Dataprep`: two letters side by side tell two words apart.
  const isLatinSlip = word.token.script === 'latin' && expansion?.how === 'typo';
  return !isLatinSlip && weight >= NAMED.word && alike >= NAMED.name;
}

/** True where another noun of the question is surely held: `이펙트` beside `핸들러` is what sounds so there. */
const isBesideHeld = (match: WordMatch, { matches }: Candidate): boolean =>
  matches.some(
    (other) =>
      other !== match &&
      !other.word.hint &&
      THINGS.has(other.word.wordClass) &&
      (other.mention !== undefined ||
        (other.weight >= IN_TEXT_BESIDE.other && other.expansion?.how !== 'described')),
  );

/** True where a text holds a word as it is; a Latin one not as a part of a longer name: `git` of `GitHub`. */
function isWritten({ word, fields }: WordMatch, { doc }: Candidate): boolean {
  const { text, script } = word.token;
  if (script === 'latin' && (fields & FIELD.alias) !== 0) return true;
  const isHere =
    script === 'latin'
      ? (lower: string): boolean => isLatinWord(lower, text)
      : (lower: string): boolean => placesOf(lower, [...text]).length > 0;
  return doc.variants.some(
    ({ post, section, ancestors }) =>
      // In a title a Korean word that the thesaurus knows names nothing: `비즈니스`.
      (script === 'hangul' && word.common
        ? [section.name]
        : [post.title, section.name, ...ancestors.map(({ name }) => name)]
      ).some((name) => isHere(name.toLowerCase())) || isHere(readText(section.text).plain),
  );
}

/** True where a Latin word stands alone in a text, or as more than one of it. */
const isLatinWord = (lower: string, word: string): boolean =>
  placesOf(lower, [word]).some(
    ([start, end]) =>
      !/[a-z0-9]/.test(lower.charAt(start - 1)) && /^(?:e?s)?(?![a-z0-9])/.test(lower.slice(end, end + 3)),
  );

/** True where another name of a word stands in a section, its words side by side, and is a noun as the word is. */
function isMeant({ word, terms, fields }: WordMatch, candidate: Candidate): boolean {
  // What everybody says may be said of much else: `이사` of moving data.
  if (word.wordClass === 'everyday' && (fields & TITLES) === 0) return false;
  const { segment, at } = candidate;
  return terms.some((expansion) => {
    if (expansion.how !== 'meaning' || foundIn(segment.postings, expansion, at) < 0) return false;
    const name = expansion.terms.map((term) => segment.terms.text(term));
    if (name.length > 1) return holdsWhole(candidate, [name]);
    return word.wordClass === 'plain' || !/^[가-힣]+다$/u.test(name[0] ?? '');
  });
}
