import type { Passage, SearchResult } from '#search/model.ts';

/** A passage as plain data: what it finds out when it is read is compared too. */
export const plainPassage = ({
  session,
  section,
  language,
  score,
  confidence,
  quote,
  marks,
  why,
}: Passage): Passage => ({ session, section, language, score, confidence, quote, marks, why });

/** The same for a result. */
export const plainResult = (result: SearchResult): SearchResult => ({
  ...result,
  passages: result.passages.map(plainPassage),
});
