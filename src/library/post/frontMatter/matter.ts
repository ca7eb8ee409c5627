import type { Problem } from '../model.ts';

/** Front matter as it was read. */
export interface Matter {
  readonly keys: Readonly<Record<string, unknown>>;
  /** Line of each key in the block, from 1; the line of the opening mark counts as the first. */
  readonly lines: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

/** Front matter that cannot be read. */
export class UnreadableMatter extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}
