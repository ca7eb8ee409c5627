import { MAY_HAVE_FORMULAS } from '../../tags/formulas.ts';
import type { Dialect } from '../dialect.ts';

/** Formulas of TeX, which every generator leaves to a script of its pages: they read as code. */
export const math: Dialect = { name: 'math', marks: MAY_HAVE_FORMULAS };
