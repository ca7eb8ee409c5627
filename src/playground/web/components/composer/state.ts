import {
  type CommandDraft,
  divideTyped,
  draftTyped,
  nextField,
  type OptionChoice,
  problemOf,
  stepBack,
  strayOption,
  withChoice,
  withOption,
  withoutOption,
  withText,
} from '../../commandInput/draft.ts';
import type { Entry, OptionDef } from '../../commandInput/entries.ts';

/** The name of the field after all options. */
export const TAIL = ' tail';

/** What the message box shows, apart from the text that its input elements own. */
export interface ComposerState {
  /** The command that is being filled in; undefined for plain text. */
  readonly draft: CommandDraft | undefined;
  /** Counts drafts: a new one gets new input elements. */
  readonly serial: number;
  /** The plain text. */
  readonly text: string;
  /** The focused option, `TAIL` for the field after them. */
  readonly focused: string | undefined;
  /** Place of the highlighted suggestion; -1 for none. */
  readonly active: number;
  /** The popup was closed with Escape; the next keystroke opens it again. */
  readonly shut: boolean;
  /** The option that is missing or wrong. */
  readonly problem: OptionDef | undefined;
  /** Why Enter did not send. */
  readonly note: string | undefined;
}

/** The next state, and the field that is to be focused once it is drawn. */
export interface Step {
  readonly state: ComposerState;
  readonly focus?: string;
}

/** A message box with a command in it. */
export type Commanding = ComposerState & { readonly draft: CommandDraft };

const CLEAN = { problem: undefined, note: undefined } as const;

/** An empty message box. */
export const EMPTY: ComposerState = {
  draft: undefined,
  serial: 0,
  text: '',
  focused: undefined,
  active: -1,
  shut: false,
  ...CLEAN,
};

/** True where a command is being filled in. */
export const isCommanding = (state: ComposerState): state is Commanding => state.draft !== undefined;

/** Begins a command at its first open option, or at `focus`. */
export const begin = (state: ComposerState, draft: CommandDraft, focus = nextField(draft) ?? TAIL): Step => ({
  state: { ...state, ...CLEAN, draft, serial: state.serial + 1, text: '', shut: false, active: -1 },
  focus,
});

/** Leaves the command for an empty text. */
export const cancel = (state: ComposerState): Step => ({
  state: { ...state, ...CLEAN, draft: undefined, active: -1 },
});

/** Opens an option. */
export const open = (state: Commanding, option: OptionDef): Step => ({
  state: { ...state, draft: withOption(state.draft, option), active: -1 },
  focus: option.name,
});

/** Takes a suggestion for an option, and goes on to the next one. */
export function pick(state: Commanding, option: OptionDef, choice: OptionChoice): Step {
  const draft = withChoice(state.draft, option.name, choice);
  return { state: { ...state, draft, problem: undefined, active: -1 }, focus: nextField(draft) ?? TAIL };
}

/** Takes an option out. */
export const remove = (state: Commanding, name: string): Step => ({
  state: { ...state, ...CLEAN, draft: withoutOption(state.draft, name) },
  focus: TAIL,
});

/** The step of Backspace at the beginning of a field: to the field before, or out of the command. */
export function goBack(state: Commanding, name: string): Step {
  const step = stepBack(state.draft, name === TAIL ? undefined : name);
  return step ? { state: { ...state, draft: step.draft }, focus: step.focus ?? TAIL } : cancel(state);
}

/** Opens the options that a text names before a colon, as in `5 private: true`; undefined where it names none. */
export function divide(
  state: Commanding,
  name: string,
  text: string,
): (Step & { readonly own: string }) | undefined {
  const divided = divideTyped(state.draft, name === TAIL ? undefined : name, text);
  return (
    divided && {
      state: { ...state, ...CLEAN, shut: false, draft: divided.draft, active: -1 },
      focus: divided.focus,
      own: name === TAIL ? '' : divided.own,
    }
  );
}

/** Takes over the text of a field. A text that is a command becomes one, but not while an IME composes. */
export function type(
  before: ComposerState,
  name: string,
  text: string,
  composes: boolean,
  entries: readonly Entry[],
): Step {
  const state: ComposerState = { ...before, ...CLEAN, shut: false };
  if (name === 'text') {
    const typed = composes ? undefined : draftTyped(text, entries);
    if (typed) return begin(state, typed, typed.chips.at(-1)?.option.name);
    return { state: { ...state, text, active: 0 } };
  }
  if (name === TAIL) return { state: { ...state, active: text.trim() === '' ? -1 : 0 } };
  return {
    state: isCommanding(state) ? { ...state, draft: withText(state.draft, name, text), active: -1 } : state,
  };
}

/** What the message box says where the typed words are no option. */
interface Notes {
  readonly noSuchOption: (text: string) => string;
  readonly meantOption: (name: string) => string;
}

/**
 * Looks at a command that is to be sent: gives what has to be mended first, or undefined where it may leave. A word
 * where an option was meant stops the command, since it might have made the answer private.
 * @param tail what stands in the field after all options.
 */
export function objection(state: Commanding, tail: string, notes: Notes): Step | undefined {
  const { draft } = state;
  const problem = problemOf(draft);
  if (problem) {
    const isOpen = draft.chips.some((chip) => chip.option === problem);
    return {
      state: { ...state, problem, draft: isOpen ? draft : withOption(draft, problem) },
      focus: problem.name,
    };
  }
  const stray = strayOption(draft);
  const note = tail === '' ? stray && notes.meantOption(stray.label) : notes.noSuchOption(tail);
  // Words at the end of a text may be meant as they are: a second Enter sends them.
  const isConfirmed = tail === '' && note === state.note;
  return note === undefined || isConfirmed ? undefined : { state: { ...state, problem: undefined, note } };
}
