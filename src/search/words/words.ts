import { camelParts, type Token } from '../letters/tokens.ts';
import { englishStem, isEnglishStop } from './english.ts';
import { japaneseForms } from './japanese/forms.ts';
import { isKoreanStop, isParticle, koreanStems, oneSyllableStem } from './korean.ts';
import { isUnspacedStop } from './unspaced.ts';
import { verbsOf } from './verbs.ts';

/** The parts of a compound name such as BigQuery, with their stems. */
export function compoundForms(token: Token): readonly string[] {
  if (token.script !== 'latin') return [];
  return camelParts(token.raw).flatMap((part) => {
    const stem = englishStem(part);
    return stem === part ? [part] : [part, stem];
  });
}

/** A word as a name contains it: Korean without particles, others unchanged. */
export function withoutParticles(token: Token): string {
  return token.script === 'hangul' ? (koreanStems(token.text)[0] ?? token.text) : token.raw;
}

/** All forms under which a word is indexed: itself, its stems, its compound parts, and of a Japanese one what Korean says for it. */
export function formsOf(token: Token): readonly string[] {
  if (token.script === 'latin') {
    const stem = englishStem(token.text);
    const forms = stem === token.text ? [token.text] : [token.text, stem];
    return [...forms, ...compoundForms(token)];
  }
  if (token.script === 'hangul') {
    const stems = koreanStems(token.text);
    const verbs = verbsOf(token.text);
    const syllable = oneSyllableStem(token.text);
    // `망한다고` is a form of `망하다`, and nothing of `망`.
    const short = verbs.includes(`${syllable}하다`) ? undefined : syllable;
    if (stems.length === 0 && verbs.length === 0 && short === undefined) return [token.text];
    return [token.text, ...stems, ...verbs, ...(short === undefined ? [] : [short])];
  }
  return token.script === 'other' ? [token.text, ...japaneseForms(token.text)] : [token.text];
}

/** True for stop words, and for particles attached to a Latin word. */
export function isStop(token: Token): boolean {
  if (token.script === 'latin') return isEnglishStop(token.text);
  if (token.script === 'hangul')
    return (
      isKoreanStop(token.text) ||
      (token.glued && isParticle(token.text)) ||
      koreanStems(token.text).some((stem) => stem.length > 1 && isKoreanStop(stem))
    );
  return token.script === 'other' && isUnspacedStop(token.text);
}
