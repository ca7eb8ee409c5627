import { lazy } from '#library/compute/lazy.ts';
import { readWordList } from './lists/wordList.ts';

const STOP = new Set(
  `a an the this that these those it its of to in on at by for from with without into onto as is are was were be been being am do
  does did done doing has have had having can could may might must shall should will would and or but if then than so not no
  yes there here when where who whom whose which what why how i me my mine you your yours he him his she her hers we us our
  ours they them their theirs about any some each every all both either neither such same very too also just only even still
  again ever never now more most less least much many few own other another s t re ve ll d m don didn doesn isn aren wasn won
  let please tell me know give show say says said want need needs like get gets got getting make makes made go goes going
  come comes up down out over under between during before after because while through per via etc hi hello hey ok okay thanks
  thank actually really exactly basically kind sort thing things something anything someone anyone anybody everyone everybody lot lots one ones`
    .split(/\s+/)
    .filter(Boolean),
);

/** True for stop words. */
export function isEnglishStop(word: string): boolean {
  return STOP.has(word);
}

/** The last letter twice, as before an ending: `stopped`. So are words spelled that end in `ll`, `ss` and `ff`. */
const DOUBLED = /([bdgkmnprt])\1$/;
/** One syllable that lost its last letter to the ending: `moved`, `using`, and not `helped` or `fixed`. */
const SHORTENED = /^[^aeiou]{0,2}[aeiouy][^aeiouwxy]$/;
/** `agreed`, unlike `speed` and `exceed`. */
const AGREED = /(?:agr|fr|ant)eed$/;

/** Stems of forms that no rule gives: `built` → `build`. */
const irregular = lazy((): ReadonlyMap<string, string> => {
  const stems = new Map<string, string>();
  for (const line of readWordList('words/irregular-en.txt')) {
    const [base = '', ...forms] = line.split(' ');
    for (const form of forms) stems.set(form, forms.includes(base) ? base : regularStem(base));
  }
  return stems;
});

/** The forms of stems, where no rule gives them. */
const formsByStem = lazy(() => Map.groupBy(irregular().keys(), (form) => irregular().get(form) ?? form));

/** Forms of a stem that no rule gives: `taught` of `teach`. */
export const irregularForms = (stem: string): readonly string[] => formsByStem().get(stem) ?? [];

/** A stem that the forms of an English word share: `learning`, `learned`, `learns` → `learn`, `taught` → `teach`. */
export const englishStem = (word: string): string => irregular().get(word) ?? regularStem(word);

function regularStem(word: string): string {
  if (word.length < 4) return word;
  let stem = word;
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith('sses') || stem.endsWith('xes')) stem = stem.slice(0, -2);
  // Of four letters, it is the plural of something spelled out: `APIs`, `GPUs`.
  else if (stem.endsWith('s') && !(stem.length > 4 ? /(ss|us|is)$/ : /ss$/).test(stem))
    stem = stem.slice(0, -1);
  if (stem.endsWith('ied') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith('ing')) stem = withoutEnding(stem, 3);
  else if (stem.endsWith('eed')) stem = AGREED.test(stem) ? stem.slice(0, -1) : stem;
  else if (stem.endsWith('ed')) stem = withoutEnding(stem, 2);
  if (stem.endsWith('ly') && stem.length > 5) stem = stem.slice(0, -2);
  if (stem.endsWith('ll') && stem.length > 5) stem = stem.slice(0, -1);
  if (stem.endsWith('e') && stem.length > 4) stem = stem.slice(0, -1);
  return stem;
}

/** A verb without `ed` or `ing`; the word itself where that is no ending: `string`, `need`. */
function withoutEnding(word: string, letters: number): string {
  const rest = word.slice(0, -letters);
  if (!/[aeiouy]/.test(rest)) return word;
  if (rest.length < 3) return /^[aeiou][^aeiou]$/.test(rest) ? `${rest}e` : word;
  if (rest.length > 3 && DOUBLED.test(rest)) return rest.slice(0, -1);
  return rest.length < 4 && SHORTENED.test(rest) ? `${rest}e` : rest;
}
