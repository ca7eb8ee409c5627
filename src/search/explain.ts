import { FIELD } from './index/tables/postings.ts';
import type { Candidate } from './ranking/candidate.ts';
import type { Evidence } from './ranking/evidence.ts';

const PLACES = [
  [FIELD.heading, 'heading'],
  [FIELD.alias, 'other name'],
  [FIELD.above, 'heading above'],
  [FIELD.body, 'text'],
  [FIELD.caption, 'caption or topic'],
] as const;

/** Why a section was found, a line for each reason. */
export function reasons(candidate: Candidate, evidence: Evidence): string[] {
  const { terms } = candidate.segment;
  const lines = candidate.matches.map(({ word, rarity, value, fields: places, expansion, mention }) => {
    const { text } = word.token;
    const weighs = `rarity ${rarity.toFixed(2)}, ${word.wordClass}`;
    if (mention !== undefined)
      return `${text}: says the name ${mention.text} by ${mention.how} ${mention.score.toFixed(2)}, value ${value.toFixed(2)} (${weighs})`;
    if (expansion === undefined) return `${text}: not found (${weighs})`;
    const as = expansion.terms.map((term) => terms.text(term)).join(' + ');
    const where = PLACES.filter(([bit]) => (places & bit) !== 0).map(([, name]) => name);
    return `${text}: ${as} by ${expansion.how} ${expansion.weight.toFixed(2)}, in ${where.join(', ') || 'parts'}, value ${value.toFixed(2)} (${weighs})`;
  });
  const { name } = candidate;
  if (name !== undefined) lines.push(`name: ${name.text} by ${name.how} ${name.score.toFixed(2)}`);
  lines.push(`heading explained ${candidate.fit.toFixed(2)}, words ${candidate.lexical.toFixed(2)}`);
  lines.push(
    `evidence: ${Object.entries(evidence)
      .map(([key, value]) => `${key} ${Number(value).toFixed(2)}`)
      .join(', ')}`,
  );
  return lines;
}
