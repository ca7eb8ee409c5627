import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ChannelView } from '../../../protocol/views.ts';
import {
  type CommandDraft,
  completionOf,
  invocationOf,
  type OptionChoice,
  startDraft,
} from '../../commandInput/draft.ts';
import type { Entry, OptionDef } from '../../commandInput/entries.ts';
import { guildIdOf, type Scene, userName } from '../../scene.ts';
import { LightElement } from '../lightElement.ts';
import { Completer } from './completer.ts';
import { handleFieldKey } from './fieldKeys.ts';
import { draftFields, hintFor, SUGGESTIONS, textField } from './fields.ts';
import { popup } from './popup.ts';
import {
  begin,
  type Commanding,
  type ComposerState,
  cancel,
  divide,
  EMPTY,
  goBack,
  isCommanding,
  objection,
  open,
  pick,
  remove,
  type Step,
  TAIL,
  type,
} from './state.ts';
import { type SuggestionList, suggestCommands, suggestOptions, suggestValues } from './suggestionList.ts';

/** `@Lectern` as Discord's client sends it, where it is no part of an address. */
const withMentions = (content: string, { id, name }: Scene['bot']): string =>
  content.replace(new RegExp(`(?<![\\w.])@${RegExp.escape(name)}(?![\\w])`, 'giu'), `<@${id}>`);

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
    state: { state: true },
    answered: { state: true },
  };

  declare scene: Scene;
  declare channel: ChannelView;
  declare entries: readonly Entry[];
  declare maySend: boolean;
  declare state: ComposerState;
  /** The message that is being replied to. */
  declare answered: APIMessage | undefined;
  readonly #completer: Completer;
  /** The field to focus after the next render. */
  #wanted: string | undefined;
  /** Ends when the newest suggestions are there. */
  #arrival = Promise.resolve();
  /** Ends when the first of them is taken, where that was asked for before they were there. */
  #picking: Promise<void> | undefined;

  constructor() {
    super();
    this.state = EMPTY;
    this.answered = undefined;
    this.#completer = new Completer((option, before, now) => {
      const { focused, active } = this.state;
      if (focused !== option) return;
      // What is highlighted stays highlighted, wherever it stands now.
      const kept = before[active]?.value;
      this.state = { ...this.state, active: now.findIndex(({ value }) => value === kept) };
    });
  }

  /** The text that follows replies to this message. */
  reply(message: APIMessage): void {
    if (this.state.draft) this.#cancel();
    this.answered = message;
    void this.updateComplete.then(() => this.querySelector('textarea')?.focus());
  }

  /** Inserts a command by name and focuses its first open option. */
  start(name: string, values: Readonly<Record<string, string>> = {}): void {
    const exact = this.entries.find((one) => one.name === name);
    const entry = exact ?? this.entries.find((one) => one.name.startsWith(`${name} `));
    if (entry) this.#begin(entry, values);
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
    this.state = { ...this.state, text: field.value, active: 0 };
    field.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another channel or person has other commands.
    const entry = this.state.draft?.entry.name;
    if (changed.has('entries') && !this.entries.some((one) => one.name === entry))
      this.state = { ...this.state, draft: undefined };
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
    const { draft, active, problem, note } = this.state;
    const offer = this.#offer();
    return html`${offer ? popup({ id: SUGGESTIONS, ...offer, active, hover: this.#activate }) : nothing}
      ${problem ? html`<p class="problem" role="alert">${strings.fillIn(problem.label)}</p>` : nothing}
      ${note ? html`<p class="problem" role="alert">${note}</p>` : nothing}
      ${this.answered && !draft ? this.#drawReply(this.answered) : nothing}
      <form class="composer ${draft ? 'commanding' : ''}" @submit=${this.#submit} @keydown=${this.#key}>
        ${draft ? this.#drawDraft(draft, offer !== undefined) : this.#drawText(offer !== undefined)}
        <button type="submit" class="send" aria-label=${strings.send} ?disabled=${!this.maySend}>
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
            <path d="M3 11.2V4.5l18.5 7.5L3 19.5v-6.7l9-.8z" fill="currentColor" />
          </svg>
        </button>
      </form>`;
  }

  #drawReply({ author }: APIMessage): TemplateResult {
    const { strings } = this.scene;
    const name = userName(this.scene, author.id) ?? author.username;
    return html`<p class="replying"><span>${strings.replyingTo(name)}</span>
      <button type="button" aria-label=${strings.cancel} @click=${this.#endReply}>✕</button></p>`;
  }

  readonly #endReply = (): void => {
    this.answered = undefined;
    this.querySelector('textarea')?.focus();
  };

  #drawText(isOpen: boolean): TemplateResult {
    const label = hintFor(this.channel, this.maySend, this.scene);
    const { active } = this.state;
    return textField({ label, open: isOpen, active, typed: this.#typed, disabled: !this.maySend });
  }

  #drawDraft(draft: CommandDraft, isOpen: boolean): TemplateResult {
    const { serial, problem, focused, active } = this.state;
    return draftFields({
      draft,
      key: serial,
      scene: this.scene,
      problem,
      focused,
      open: isOpen,
      active,
      typed: this.#typed,
      focus: this.#focus,
      blur: this.#blur,
      more: () => this.#field(TAIL)?.focus(),
      remove: (name) => this.#command((state) => remove(state, name)),
      cancel: () => this.#cancel(),
    });
  }

  #field(name: string): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`input[data-field="${name}"]`);
  }

  #offer(): SuggestionList | undefined {
    const { scene } = this;
    const { draft, focused, shut, text } = this.state;
    if (shut || !this.maySend) return undefined;
    if (!draft) return suggestCommands(text, this.entries, scene, (entry) => this.#begin(entry));
    if (focused === undefined) return undefined;
    if (focused === TAIL)
      return suggestOptions(draft, this.#field(TAIL)?.value ?? '', scene, (option) => this.#open(option));
    const asked = this.#completer.shown(focused);
    return suggestValues(draft, focused, asked, guildIdOf(this.channel), scene, (option, choice) =>
      this.#pick(option, choice),
    );
  }

  readonly #activate = (active: number): void => {
    this.state = { ...this.state, active };
  };

  /** Takes a step. An IME composition ends before it, so that its text is committed before the next render. */
  #go(step: (state: ComposerState) => Step): void {
    const field = document.activeElement;
    if (field instanceof HTMLElement && this.contains(field)) field.blur();
    const { state, focus } = step(this.state);
    if (state.serial !== this.state.serial) this.#completer.reset();
    this.state = state;
    this.#wanted = focus;
  }

  /** Takes a step of a command that is being filled in. */
  #command(step: (state: Commanding) => Step): void {
    this.#go((state) => (isCommanding(state) ? step(state) : { state }));
  }

  #begin(entry: Entry, values: Readonly<Record<string, string>> = {}): void {
    this.#go((state) => begin(state, startDraft(entry, values)));
  }

  #open(option: OptionDef): void {
    const tail = this.#field(TAIL);
    this.#command((state) => {
      if (tail) tail.value = '';
      return open(state, option);
    });
  }

  #pick(option: OptionDef, choice: OptionChoice): void {
    const field = this.#field(option.name);
    this.#command((state) => {
      if (field) field.value = choice.label;
      return pick(state, option, choice);
    });
  }

  #cancel(): void {
    this.#go(cancel);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('textarea')?.focus());
  }

  readonly #focus = (name: string): void => {
    this.state = { ...this.state, focused: name, shut: false, active: -1 };
    this.#complete(name);
  };

  readonly #blur = (name: string): void => {
    if (this.state.focused === name) this.state = { ...this.state, focused: undefined };
  };

  #complete(name: string): void {
    const { draft } = this.state;
    if (!draft?.chips.some((chip) => chip.option.name === name && chip.option.autocomplete)) return;
    const action = {
      do: 'complete',
      channelId: this.channel.channel.id,
      focused: name,
      ...completionOf(draft, name),
    } as const;
    this.#arrival = this.#completer.ask(name, () => this.scene.actions.request(action));
  }

  /** Takes the first of the suggestions that are on their way, unless somebody types on. */
  #pickArriving(): void {
    const { draft, focused } = this.state;
    const picking = this.#arrival.then(() => {
      if (this.#picking === picking) this.#picking = undefined;
      if (this.state.draft === draft && this.state.focused === focused) this.#offer()?.pick(0);
    });
    this.#picking = picking;
  }

  readonly #typed = (event: Event): void => {
    const field = event.currentTarget;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const name = field.getAttribute('data-field') ?? '';
    const composes = event instanceof InputEvent && event.isComposing;
    const text = field.value;
    if (!composes && isCommanding(this.state) && divide(this.state, name, text)) {
      this.#command((state) => {
        const divided = divide(state, name, text);
        field.value = divided?.own ?? text;
        return divided ?? { state };
      });
      return;
    }
    const step = type(this.state, name, text, composes, this.entries);
    if (step.state.serial !== this.state.serial) this.#go(() => step);
    else this.state = step.state;
    this.#complete(name);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    // The input method handles this key.
    if (event.isComposing || event.keyCode === 229) return;
    const offer = this.#offer();
    const shut = (is: boolean) => (): void => {
      this.state = { ...this.state, shut: is };
    };
    const done = handleFieldKey(event, field, {
      count: offer?.items.length ?? 0,
      active: this.state.active,
      eager: offer?.eager ?? false,
      move: this.#activate,
      pick: (index) => offer?.pick(index),
      pickArriving: offer?.busy ? () => this.#pickArriving() : undefined,
      shut: shut(true),
      open: this.state.shut ? shut(false) : undefined,
      cancel: () => (this.state.draft ? this.#cancel() : undefined),
      back: () => this.#back(field.getAttribute('data-field') ?? ''),
      send: () => this.#send(),
    });
    if (done) event.preventDefault();
  };

  #back(name: string): boolean {
    if (!isCommanding(this.state)) return false;
    const { state, focus } = goBack(this.state, name);
    if (state.draft === undefined) this.#cancel();
    else {
      this.state = state;
      this.#wanted = focus;
    }
    return true;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.#send();
  };

  #send(): void {
    if (!this.maySend) return;
    if (this.#picking) void this.#picking.then(() => this.#send());
    else if (isCommanding(this.state)) this.#sendCommand(this.state);
    else this.#sendText();
  }

  #sendCommand(command: Commanding): void {
    const tail = this.#field(TAIL)?.value.trim() ?? '';
    const step = objection(command, tail, this.scene.strings);
    if (step) {
      this.state = step.state;
      this.#wanted = step.focus;
      return;
    }
    const detail = { invocation: invocationOf(command.draft), label: command.draft.entry.label };
    this.dispatchEvent(new CustomEvent('invoke', { detail }));
    this.#cancel();
  }

  #sendText(): void {
    const field = this.querySelector('textarea');
    const content = field?.value.trim() ?? '';
    if (!field || content === '') return;
    field.value = '';
    this.state = { ...this.state, text: '' };
    const replyTo = this.answered?.channel_id === this.channel.channel.id ? this.answered.id : undefined;
    this.answered = undefined;
    this.dispatchEvent(
      new CustomEvent('say', { detail: { content: withMentions(content, this.scene.bot), replyTo } }),
    );
  }
}

customElements.define('play-composer', PlayComposer);
