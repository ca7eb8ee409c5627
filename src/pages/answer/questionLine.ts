import { cutLabel } from '../message/cut.ts';

/** The question in one line, above the answer. */
export function questionLine(question: string): { readonly name: string } {
  const line = question
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return { name: line === '' ? '' : `“${cutLabel(line, 200)}”` };
}
