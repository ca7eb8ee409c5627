import type { commands } from '../en/commands.ts';

/** A name and what it stands for, as Discord shows them. A description has at most 100 characters. */
export interface Texts {
  readonly name: string;
  readonly description: string;
}

/** An option's texts; `choices` by the values that can be chosen. */
export interface OptionTexts extends Texts {
  readonly choices?: Readonly<Record<string, string>>;
}

/** A command's texts, or a subcommand's, with those of its options. */
export interface CommandTexts extends Texts {
  readonly options: Readonly<Record<string, OptionTexts>>;
}

/** The texts of every command and subcommand: what there is in English is there in every language. */
export type CommandStrings = Readonly<typeof commands>;
