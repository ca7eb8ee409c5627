import type { Invocation, OptionValue } from '../protocol.ts';
import type { Entry, OptionDef } from './commands.ts';
import { BOOLEAN, INTEGER, NUMBER, STRING } from './discord.ts';

/** An option that is being filled in. `value` is there once a choice was picked; else the text itself is meant. */
export interface Chip {
  readonly option: OptionDef;
  readonly text: string;
  readonly value: OptionValue | undefined;
}

/** A command that is being put together. */
export interface CommandDraft {
  readonly entry: Entry;
  readonly chips: readonly Chip[];
}

/** Something to pick for an option. */
export interface OptionChoice {
  readonly label: string;
  readonly value: OptionValue;
}

/**
 * A draft of a command with its required options open; where none is required, with the first one that a person would
 * type text into, so that its suggestions invite.
 */
export function startDraft(entry: Entry, values: Readonly<Record<string, string>> = {}): CommandDraft {
  const required = entry.options.filter((option) => option.required || values[option.name] !== undefined);
  const first = entry.options[0];
  const open = required.length === 0 && first?.type === STRING && first.autocomplete ? [first] : required;
  return {
    entry,
    chips: open.map((option) => ({ option, text: values[option.name] ?? '', value: undefined })),
  };
}

/** Options that are not open yet. */
export function remaining(draft: CommandDraft): readonly OptionDef[] {
  return draft.entry.options.filter(
    (option) => !draft.chips.some((chip) => chip.option.name === option.name),
  );
}

/** The draft with one more option open. */
export function withOption(draft: CommandDraft, option: OptionDef): CommandDraft {
  return { ...draft, chips: [...draft.chips, { option, text: '', value: undefined }] };
}

/** The draft without an option. */
function withoutOption(draft: CommandDraft, name: string): CommandDraft {
  return { ...draft, chips: draft.chips.filter((chip) => chip.option.name !== name) };
}

/** The draft with other text in an option; what was picked there counts no more. */
export function withText(draft: CommandDraft, name: string, text: string): CommandDraft {
  return change(draft, name, (chip) => (chip.text === text ? chip : { ...chip, text, value: undefined }));
}

/** The draft with a choice picked for an option. */
export function withChoice(draft: CommandDraft, name: string, pick: OptionChoice): CommandDraft {
  return change(draft, name, (chip) => ({ ...chip, text: pick.label, value: pick.value }));
}

function change(draft: CommandDraft, name: string, how: (chip: Chip) => Chip): CommandDraft {
  return { ...draft, chips: draft.chips.map((chip) => (chip.option.name === name ? how(chip) : chip)) };
}

/** The first option that stands in the way of sending: required and empty, or with text that is no value of it. */
export function problemOf(draft: CommandDraft): OptionDef | undefined {
  const missing = draft.entry.options.find(
    (option) =>
      option.required &&
      !draft.chips.some((chip) => chip.option.name === option.name && chip.text.trim() !== ''),
  );
  return (
    missing ?? draft.chips.find((chip) => chip.text.trim() !== '' && chipValue(chip) === undefined)?.option
  );
}

/** What an option holds; undefined where it is empty or its text is no value of it. */
export function chipValue(chip: Chip): OptionValue | undefined {
  if (chip.value !== undefined) return chip.value;
  const text = chip.text.trim();
  if (text === '') return undefined;
  const chosen = chip.option.choices.find((choice) => choice.label === text || choice.value === text);
  if (chosen) return chosen.value;
  switch (chip.option.type) {
    case STRING:
      return chip.option.choices.length > 0 ? undefined : chip.text;
    case INTEGER:
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    case NUMBER:
      return Number.isFinite(Number(text)) ? Number(text) : undefined;
    case BOOLEAN:
      return /^(true|yes|예|네)$/i.test(text)
        ? true
        : /^(false|no|아니요|아니오)$/i.test(text)
          ? false
          : undefined;
    default:
      return undefined;
  }
}

/** The invocation of a draft: options that are empty are left out. */
export function invocationOf(draft: CommandDraft): Invocation {
  const options: Record<string, OptionValue> = {};
  for (const chip of draft.chips) {
    const value = chipValue(chip);
    if (value !== undefined) options[chip.option.name] = value;
  }
  const { commandId, subcommand } = draft.entry;
  return { commandId, options, ...(subcommand === undefined ? {} : { subcommand }) };
}

/** The same, while one option is being typed: its text so far goes along as it is. */
export function completionOf(draft: CommandDraft, focused: string): Invocation {
  const invocation = invocationOf(draft);
  const chip = draft.chips.find((one) => one.option.name === focused);
  return { ...invocation, options: { ...invocation.options, [focused]: chip?.text ?? '' } };
}

/**
 * The draft that a text begins: a whole command's name with a blank after it, as in Discord. What follows goes into its
 * first option.
 */
export function draftTyped(text: string, entries: readonly Entry[]): CommandDraft | undefined {
  const heads = entries.flatMap((entry) =>
    [entry.label, entry.name].map((name) => ({ entry, head: `/${name} ` })),
  );
  const match = heads.find(({ head }) => text.startsWith(head));
  if (!match) return undefined;
  const draft = startDraft(match.entry);
  const first = draft.chips[0]?.option.name;
  return first === undefined ? draft : withText(draft, first, text.slice(match.head.length));
}

/** The next option to fill in; undefined where none is empty. */
export function nextField(draft: CommandDraft): string | undefined {
  return draft.chips.find((chip) => chip.text === '')?.option.name;
}

/**
 * What Backspace in an empty field comes to: the option goes away and the one before has the focus.
 * @param name the option of the field; undefined for the place behind them all.
 * @returns undefined where nothing is left but to give the command up; `focus` undefined: the place behind them all.
 */
export function stepBack(
  draft: CommandDraft,
  name: string | undefined,
): { readonly draft: CommandDraft; readonly focus: string | undefined } | undefined {
  const at =
    name === undefined ? draft.chips.length : draft.chips.findIndex((chip) => chip.option.name === name);
  const focus = draft.chips[at - 1]?.option.name;
  if (name !== undefined) return { draft: withoutOption(draft, name), focus };
  return focus === undefined ? undefined : { draft, focus };
}
