import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ChannelView } from '../../../protocol/views.ts';
import type { Entry, OptionDef } from '../../commands.ts';
import {
  type CommandDraft,
  completionOf,
  divideTyped,
  draftTyped,
  invocationOf,
  nextField,
  type OptionChoice,
  problemOf,
  startDraft,
  stepBack,
  strayOption,
  withChoice,
  withOption,
  withoutOption,
  withText,
} from '../../draft.ts';
import { guildIdOf, type Scene } from '../../scene.ts';
import { LightElement } from '../lightElement.ts';
import { Completer } from './completer.ts';
import { handleFieldKey } from './fieldKeys.ts';
import { draftFields, hintFor, SUGGESTIONS, TAIL, textField } from './fields.ts';
import { popup } from './popup.ts';
import { type SuggestionList, suggestCommands, suggestOptions, suggestValues } from './suggestionList.ts';

/**
 * The message box: plain text, or after `/` a command with an editable chip for each option. The input elements own
 * their text and it is only read from them, so that IME composition is never disturbed.
 */
export class PlayComposer extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    scene: { attribute: false },
    channel: { attribute: false },
    entries: { attribute: false },
    maySend: { attribute: false },
    draft: { state: true },
    text: { state: true },
    focused: { state: true },
    active: { state: true },
    shut: { state: true },
    problem: { state: true },
    note: { state: true },
  };

  declare scene: Scene;
  declare channel: ChannelView;
  declare entries: readonly Entry[];
  declare maySend: boolean;
  declare draft: CommandDraft | undefined;
  declare text: string;
  /** The focused option, `TAIL` for the field after them. */
  declare focused: string | undefined;
  declare active: number;
  /** The popup was closed with Escape; the next keystroke opens it again. */
  declare shut: boolean;
  declare problem: OptionDef | undefined;
  /** Why Enter did not send. */
  declare note: string | undefined;
  readonly #completer: Completer;
  /** The field to focus after the next render. */
  #wanted: string | undefined;
  /** Counter of drafts: a new one gets new input elements. */
  #serial = 0;

  constructor() {
    super();
    this.draft = undefined;
    this.text = '';
    this.focused = undefined;
    this.active = -1;
    this.shut = false;
    this.problem = undefined;
    this.note = undefined;
    this.#completer = new Completer(() => this.requestUpdate());
  }

  /** Inserts a command by name and focuses its first open option. */
  start(name: string, values: Readonly<Record<string, string>> = {}): void {
    const exact = this.entries.find((one) => one.name === name);
    const entry = exact ?? this.entries.find((one) => one.name.startsWith(`${name} `));
    if (entry) this.#begin(startDraft(entry, values));
    else this.slash();
  }

  /** Begins a command if the field is empty, and focuses it. */
  slash(): void {
    const field = this.querySelector<HTMLTextAreaElement>('textarea');
    if (!field) {
      this.#field(TAIL)?.focus();
      return;
    }
    if (field.value === '') field.value = '/';
    this.text = field.value;
    this.active = 0;
    field.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another channel or person has other commands.
    const entry = this.draft?.entry.name;
    if (changed.has('entries') && !this.entries.some((one) => one.name === entry)) this.draft = undefined;
  }

  protected override updated(): void {
    const field = this.#wanted === undefined ? null : this.#field(this.#wanted);
    this.#wanted = undefined;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
    this.querySelector('.suggestions .option.active')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { strings } = this.scene;
    const offer = this.#offer();
    const hover = (index: number): void => {
      this.active = index;
    };
    return html`${offer ? popup({ id: SUGGESTIONS, ...offer, active: this.active, hover }) : nothing}
      ${this.problem ? html`<p class="problem" role="alert">${strings.fillIn(this.problem.label)}</p>` : nothing}
      ${this.note ? html`<p class="problem" role="alert">${this.note}</p>` : nothing}
      <form class="composer ${this.draft ? 'commanding' : ''}" @submit=${this.#submit} @keydown=${this.#key}>
        ${this.draft ? this.#drawDraft(this.draft, offer !== undefined) : this.#drawText(offer !== undefined)}
        <button type="submit" class="send" aria-label=${strings.send} ?disabled=${!this.maySend}>
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
            <path d="M3 11.2V4.5l18.5 7.5L3 19.5v-6.7l9-.8z" fill="currentColor" />
          </svg>
        </button>
      </form>`;
  }

  #drawText(open: boolean): TemplateResult {
    const label = hintFor(this.channel, this.maySend, this.scene);
    return textField({ label, open, active: this.active, typed: this.#typed, disabled: !this.maySend });
  }

  #drawDraft(draft: CommandDraft, open: boolean): TemplateResult {
    return draftFields({
      draft,
      key: this.#serial,
      scene: this.scene,
      problem: this.problem,
      focused: this.focused,
      open,
      active: this.active,
      typed: this.#typed,
      focus: this.#focus,
      blur: this.#blur,
      more: () => this.#field(TAIL)?.focus(),
      remove: (name) => {
        this.#settle();
        this.draft = withoutOption(draft, name);
        this.problem = undefined;
        this.note = undefined;
        this.#wanted = TAIL;
      },
      cancel: () => this.#cancel(),
    });
  }

  #field(name: string): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`input[data-field="${name}"]`);
  }

  #offer(): SuggestionList | undefined {
    const { draft, focused, scene } = this;
    if (this.shut || !this.maySend) return undefined;
    if (!draft)
      return suggestCommands(this.text, this.entries, scene, (entry) => this.#begin(startDraft(entry)));
    if (focused === undefined) return undefined;
    if (focused === TAIL) {
      return suggestOptions(draft, this.#field(TAIL)?.value ?? '', scene, (option) =>
        this.#open(draft, option),
      );
    }
    const asked = this.#completer.shown(focused);
    return suggestValues(draft, focused, asked, guildIdOf(this.channel), scene, (option, pick) =>
      this.#pick(option, pick),
    );
  }

  #begin(draft: CommandDraft, focus = nextField(draft) ?? TAIL): void {
    this.#settle();
    this.#serial += 1;
    this.draft = draft;
    this.text = '';
    this.shut = false;
    this.problem = undefined;
    this.note = undefined;
    this.active = -1;
    this.#completer.reset();
    this.#wanted = focus;
  }

  /** Ends an IME composition, so that its text is committed before the next render. */
  #settle(): void {
    const field = document.activeElement;
    if (field instanceof HTMLElement && this.contains(field)) field.blur();
  }

  #open(draft: CommandDraft, option: OptionDef): void {
    this.#settle();
    const tail = this.#field(TAIL);
    if (tail) tail.value = '';
    this.draft = withOption(draft, option);
    this.active = -1;
    this.#wanted = option.name;
  }

  #pick(option: OptionDef, pick: OptionChoice): void {
    this.#settle();
    if (!this.draft) return;
    const field = this.#field(option.name);
    if (field) field.value = pick.label;
    this.draft = withChoice(this.draft, option.name, pick);
    this.problem = undefined;
    this.active = -1;
    this.#wanted = nextField(this.draft) ?? TAIL;
  }

  #cancel(): void {
    this.#settle();
    this.draft = undefined;
    this.problem = undefined;
    this.note = undefined;
    this.active = -1;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('textarea')?.focus());
  }

  readonly #focus = (name: string): void => {
    this.focused = name;
    this.shut = false;
    this.active = -1;
    this.#complete(name);
  };

  readonly #blur = (name: string): void => {
    if (this.focused === name) this.focused = undefined;
  };

  #complete(name: string): void {
    const draft = this.draft;
    if (!draft?.chips.some((chip) => chip.option.name === name && chip.option.autocomplete)) return;
    const action = {
      do: 'complete',
      channelId: this.channel.channel.id,
      focused: name,
      ...completionOf(draft, name),
    } as const;
    void this.#completer.ask(name, () => this.scene.actions.request(action));
  }

  readonly #typed = (event: Event): void => {
    const field = event.currentTarget;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const name = field.getAttribute('data-field') ?? '';
    this.shut = false;
    this.problem = undefined;
    this.note = undefined;
    const composes = event instanceof InputEvent && event.isComposing;
    if (this.draft && !composes && this.#divide(this.draft, name, field)) return;
    if (name === 'text') {
      this.text = field.value;
      this.active = 0;
      const typed = composes ? undefined : draftTyped(this.text, this.entries);
      if (typed) this.#begin(typed, typed.chips.at(-1)?.option.name);
    } else if (name === TAIL) {
      this.active = field.value.trim() === '' ? -1 : 0;
      this.requestUpdate();
    } else if (this.draft) {
      this.draft = withText(this.draft, name, field.value);
      this.active = -1;
      this.#complete(name);
    }
  };

  /** Opens the options that a text names before a colon; false where it names none. */
  #divide(draft: CommandDraft, name: string, field: HTMLInputElement | HTMLTextAreaElement): boolean {
    const divided = divideTyped(draft, name === TAIL ? undefined : name, field.value);
    if (!divided) return false;
    this.#settle();
    field.value = name === TAIL ? '' : divided.own;
    this.draft = divided.draft;
    this.active = -1;
    this.#wanted = divided.focus;
    return true;
  }

  readonly #key = (event: KeyboardEvent): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    // The input method handles this key.
    if (event.isComposing || event.keyCode === 229) return;
    const offer = this.#offer();
    const reopen = (): void => {
      this.shut = false;
    };
    const done = handleFieldKey(event, field, {
      count: offer?.items.length ?? 0,
      active: this.active,
      eager: offer?.eager ?? false,
      move: (index) => {
        this.active = index;
      },
      pick: (index) => offer?.pick(index),
      shut: () => {
        this.shut = true;
      },
      open: this.shut ? reopen : undefined,
      cancel: () => (this.draft ? this.#cancel() : undefined),
      back: () => this.#back(field.getAttribute('data-field') ?? ''),
      send: () => this.#send(),
    });
    if (done) event.preventDefault();
  };

  #back(name: string): boolean {
    if (!this.draft) return false;
    const step = stepBack(this.draft, name === TAIL ? undefined : name);
    if (step) {
      this.draft = step.draft;
      this.#wanted = step.focus ?? TAIL;
      this.requestUpdate();
    } else {
      this.#cancel();
    }
    return true;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.#send();
  };

  #send(): void {
    if (!this.maySend) return;
    if (this.draft) this.#sendCommand(this.draft);
    else this.#sendText();
  }

  #sendCommand(draft: CommandDraft): void {
    const problem = problemOf(draft);
    this.problem = problem;
    if (problem) {
      if (!draft.chips.some((chip) => chip.option === problem)) this.draft = withOption(draft, problem);
      this.#wanted = problem.name;
      return;
    }
    if (this.#strays(draft)) return;
    const detail = { invocation: invocationOf(draft), label: draft.entry.label };
    this.dispatchEvent(new CustomEvent('invoke', { detail }));
    this.#cancel();
  }

  /** A word where an option was meant stops the command: it might have made the answer private. */
  #strays(draft: CommandDraft): boolean {
    const { strings } = this.scene;
    const tail = this.#field(TAIL)?.value.trim() ?? '';
    const option = strayOption(draft);
    const note =
      tail !== '' ? strings.noSuchOption(tail) : option ? strings.meantOption(option.label) : undefined;
    // Words at the end of a text may be meant as they are: a second Enter sends them.
    const confirmed = tail === '' && note === this.note;
    this.note = note;
    return note !== undefined && !confirmed;
  }

  #sendText(): void {
    const field = this.querySelector('textarea');
    const content = field?.value.trim() ?? '';
    if (!field || content === '') return;
    field.value = '';
    this.text = '';
    this.dispatchEvent(new CustomEvent('say', { detail: { content } }));
  }
}

customElements.define('play-composer', PlayComposer);
