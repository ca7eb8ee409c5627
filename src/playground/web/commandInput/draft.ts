import type { Invocation, OptionValue } from '../../protocol/requests.ts';
import { BOOLEAN, INTEGER, NUMBER, STRING } from '../discord.ts';
import type { Entry, OptionDef } from './entries.ts';

/** An open option. `value` is set after a choice; else the text is the value. */
export interface Chip {
  readonly option: OptionDef;
  readonly text: string;
  readonly value: OptionValue | undefined;
  /** True where the person opened it: it has to be filled in then. */
  readonly asked: boolean;
}

/** A command being composed. */
export interface CommandDraft {
  readonly entry: Entry;
  readonly chips: readonly Chip[];
}

/** A choice for an option. */
export interface OptionChoice {
  readonly label: string;
  readonly value: OptionValue;
}

/**
 * Starts a draft with the required options open; without any, the first free-text option is opened
 * for its suggestions.
 */
export function startDraft(entry: Entry, values: Readonly<Record<string, string>> = {}): CommandDraft {
  const required = entry.options.filter((option) => option.required || values[option.name] !== undefined);
  const first = entry.options[0];
  const open = required.length === 0 && first?.type === STRING && first.autocomplete ? [first] : required;
  return {
    entry,
    chips: open.map((option) => ({
      option,
      text: values[option.name] ?? '',
      value: undefined,
      asked: false,
    })),
  };
}

/** Options that are not open yet. */
export function remaining(draft: CommandDraft): readonly OptionDef[] {
  return draft.entry.options.filter(
    (option) => !draft.chips.some((chip) => chip.option.name === option.name),
  );
}

/** Opens one more option. */
export function withOption(draft: CommandDraft, option: OptionDef): CommandDraft {
  return { ...draft, chips: [...draft.chips, { option, text: '', value: undefined, asked: true }] };
}

/** Removes an option. */
export function withoutOption(draft: CommandDraft, name: string): CommandDraft {
  return { ...draft, chips: draft.chips.filter((chip) => chip.option.name !== name) };
}

/** Changes the text of an option, and discards its choice. */
export function withText(draft: CommandDraft, name: string, text: string): CommandDraft {
  return change(draft, name, (chip) => (chip.text === text ? chip : { ...chip, text, value: undefined }));
}

/** Sets the choice of an option. */
export function withChoice(draft: CommandDraft, name: string, pick: OptionChoice): CommandDraft {
  return change(draft, name, (chip) => ({ ...chip, text: pick.label, value: pick.value }));
}

function change(draft: CommandDraft, name: string, how: (chip: Chip) => Chip): CommandDraft {
  return { ...draft, chips: draft.chips.map((chip) => (chip.option.name === name ? how(chip) : chip)) };
}

/** The options whose names stand before a colon in a text, and what is written between them. */
function named(text: string, options: readonly OptionDef[]) {
  const names = options.flatMap(({ label, name }) => [label, name]).map(RegExp.escape);
  const found = [...text.matchAll(new RegExp(`(?:^|\\s)(${names.join('|')})[:：]\\s?`, 'giu'))];
  return found.flatMap((match, at) => {
    const from = match.index + match[0].length;
    const given = match[1]?.toLowerCase();
    const option = options.find(
      (one) => one.label.toLowerCase() === given || one.name.toLowerCase() === given,
    );
    return option
      ? [{ option, start: match.index, text: text.slice(from, found[at + 1]?.index).trim() }]
      : [];
  });
}

/**
 * Divides what was typed into one option among those that it names, as in `5 private: true`.
 * @param name the option that was typed into; undefined for the field after all options.
 * @returns undefined where it names none; `own` is what is left for the option itself.
 */
export function divideTyped(
  draft: CommandDraft,
  name: string | undefined,
  text: string,
): { readonly draft: CommandDraft; readonly own: string; readonly focus: string } | undefined {
  const open = draft.entry.options.filter((one) => one.name === name || remaining(draft).includes(one));
  const parts = open.length === 0 ? [] : named(text, open);
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const before = text.slice(0, first.start).trim();
  let next = name === undefined ? draft : withText(draft, name, before);
  for (const part of parts) {
    if (!next.chips.some((chip) => chip.option === part.option)) next = withOption(next, part.option);
    next = withText(next, part.option.name, part.text);
  }
  const own = next.chips.find((chip) => chip.option.name === name)?.text ?? before;
  return { draft: next, own, focus: last.option.name };
}

/** The option whose name stands alone at the end of a free text, where it was probably meant as an option. */
export function strayOption(draft: CommandDraft): OptionDef | undefined {
  const words = draft.chips
    .filter((chip) => chip.value === undefined && chip.option.type === STRING)
    .map((chip) => chip.text.trim().toLowerCase().split(/\s+/u).at(-1));
  return remaining(draft).find(({ label, name }) =>
    [label, name].some((one) => words.includes(one.toLowerCase())),
  );
}

/** The first invalid option: required or asked for and empty, or with an invalid text. */
export function problemOf(draft: CommandDraft): OptionDef | undefined {
  const missing = draft.entry.options.find(
    (option) =>
      option.required &&
      !draft.chips.some((chip) => chip.option.name === option.name && chip.text.trim() !== ''),
  );
  const empty = draft.chips.find((chip) => chip.asked && chip.text.trim() === '');
  return (
    missing ??
    empty?.option ??
    draft.chips.find((chip) => chip.text.trim() !== '' && chipValue(chip) === undefined)?.option
  );
}

/** The value of an option; undefined where it is empty or invalid. */
function chipValue(chip: Chip): OptionValue | undefined {
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

/** The invocation of a draft, without empty options. */
export function invocationOf(draft: CommandDraft): Invocation {
  const options: Record<string, OptionValue> = {};
  for (const chip of draft.chips) {
    const value = chipValue(chip);
    if (value !== undefined) options[chip.option.name] = value;
  }
  const { commandId, subcommand } = draft.entry;
  return { commandId, options, ...(subcommand === undefined ? {} : { subcommand }) };
}

/** The same while one option is typed, whose text is passed unchanged. */
export function completionOf(draft: CommandDraft, focused: string): Invocation {
  const invocation = invocationOf(draft);
  const chip = draft.chips.find((one) => one.option.name === focused);
  return { ...invocation, options: { ...invocation.options, [focused]: chip?.text ?? '' } };
}

/**
 * Starts a draft from text: a complete command name followed by a space, as in Discord. The rest goes into the
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
  const rest = text.slice(match.head.length);
  const divided = divideTyped(draft, first, rest);
  if (divided) return divided.draft;
  return first === undefined ? draft : withText(draft, first, rest);
}

/** The next empty option, if any. */
export function nextField(draft: CommandDraft): string | undefined {
  return draft.chips.find((chip) => chip.text === '')?.option.name;
}

/**
 * Handles Backspace in an empty field: removes the option and focuses the one before.
 * @param name the option of the field; undefined for the field after all options.
 * @returns undefined where only the command itself is left; `focus` undefined: the field after all options.
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
