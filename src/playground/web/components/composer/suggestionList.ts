import { type CommandDraft, type OptionChoice, remaining } from '../../commandInput/draft.ts';
import { type Entry, matchEntries, type OptionDef } from '../../commandInput/entries.ts';
import { localChoices } from '../../commandInput/localChoices.ts';
import type { Scene } from '../../scene.ts';
import type { Suggestions } from './completer.ts';
import type { PopupItem } from './popup.ts';

/** The suggestions in the popup, for any field. */
export interface SuggestionList {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly items: readonly PopupItem[];
  readonly busy: boolean;
  readonly empty?: string | undefined;
  readonly pick: (index: number) => void;
  /** Whether Enter takes the first line without a selection. */
  readonly eager: boolean;
}

/** Matching commands; undefined without a match, or for text that is no command. */
export function suggestCommands(
  text: string,
  entries: readonly Entry[],
  scene: Scene,
  pick: (entry: Entry) => void,
): SuggestionList | undefined {
  if (!text.startsWith('/') || text.includes('\n')) return undefined;
  const found = matchEntries(entries, text.slice(1));
  if (found.length === 0) return undefined;
  return {
    title: scene.strings.commandList,
    hint: scene.bot.name,
    items: found.map((entry) => ({
      label: `/${entry.label}`,
      note: entry.description,
      tail: entry.options.map((option) => option.label).join('  '),
    })),
    busy: false,
    pick: pickFrom(found, pick),
    eager: true,
  };
}

/**
 * Matching values of an option.
 * @param asked the bot's suggestions, for options with autocompletion.
 * @param guildId the server of the selectable channels and roles.
 */
export function suggestValues(
  draft: CommandDraft,
  name: string,
  asked: Suggestions | undefined,
  guildId: string | undefined,
  scene: Scene,
  pick: (option: OptionDef, pick: OptionChoice) => void,
): SuggestionList | undefined {
  const chip = draft.chips.find((one) => one.option.name === name);
  if (!chip) return undefined;
  const { option } = chip;
  const { strings } = scene;
  const typed = chip.value === undefined ? chip.text : '';
  const picks = (option.autocomplete ? asked?.picks : localChoices(option, typed, guildId, scene)) ?? [];
  return {
    title: option.label,
    hint: `${option.description}${option.required ? ` · ${strings.required}` : ''}`,
    items: picks.map((one) => ({ label: one.label })),
    busy: option.autocomplete && (asked?.stale ?? true),
    empty: option.autocomplete ? (asked ? strings.noChoices : strings.searching) : undefined,
    pick: pickFrom(picks, (one) => pick(option, one)),
    eager: false,
  };
}

/** Matching options that are not open yet. */
export function suggestOptions(
  draft: CommandDraft,
  typed: string,
  scene: Scene,
  pick: (option: OptionDef) => void,
): SuggestionList | undefined {
  const { strings } = scene;
  const query = typed.trim().toLowerCase();
  const list = remaining(draft).filter(
    (option) => option.label.includes(query) || option.name.includes(query),
  );
  if (list.length === 0) return undefined;
  return {
    title: strings.options,
    items: list.map((option) => ({
      label: option.label,
      note: option.description,
      tail: option.required ? strings.required : strings.optional,
    })),
    busy: false,
    pick: pickFrom(list, pick),
    eager: query !== '',
  };
}

function pickFrom<T>(list: readonly T[], pick: (one: T) => void): (index: number) => void {
  return (index) => {
    const one = list[index];
    if (one !== undefined) pick(one);
  };
}
