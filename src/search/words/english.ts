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

const DOUBLE = /([bdgklmnprt])\1$/;

/** A stem that the forms of an English word share: `learning`, `learned`, `learns` → `learn`. */
export function englishStem(word: string): string {
  if (word.length < 4) return word;
  let stem = word;
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith('sses')) stem = stem.slice(0, -2);
  // Of four letters, it is the plural of something spelled out: `APIs`, `GPUs`.
  else if (stem.endsWith('s') && !(stem.length > 4 ? /(ss|us|is)$/ : /ss$/).test(stem))
    stem = stem.slice(0, -1);
  if (stem.endsWith('ing') && stem.length > 5 && /[aeiouy]/.test(stem.slice(0, -3)))
    stem = stem.slice(0, -3).replace(DOUBLE, '$1');
  else if (stem.endsWith('ed') && stem.length > 4 && /[aeiouy]/.test(stem.slice(0, -2)))
    stem = stem.slice(0, -2).replace(DOUBLE, '$1');
  if (stem.endsWith('ly') && stem.length > 5) stem = stem.slice(0, -2);
  if (stem.endsWith('e') && stem.length > 4) stem = stem.slice(0, -1);
  return stem;
}
