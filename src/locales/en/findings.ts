import type { FindingStrings } from '../model/findings.ts';

/** Findings are written in English. */
export const findings: FindingStrings = {};
