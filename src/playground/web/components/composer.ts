import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChannelView, Invocation } from '../../protocol.ts';
import { type Entry, matchEntries, type OptionDef } from '../commands.ts';
import {
  completionOf,
  type Draft,
  invocationOf,
  type Pick,
  problemOf,
  remaining,
  startDraft,
  withOption,
  withoutOption,
  withPick,
  withText,
} from '../draft.ts';
import { localPicks } from '../picks.ts';
import { channelLabel, guildIdOf, type Scene } from '../scene.ts';
import { Completer } from './completer.ts';
import { fieldKey } from './fieldKey.ts';
import { LightElement } from './light.ts';
import { type PopupItem, popup } from './popup.ts';

/** What the popup offers now, whatever field it belongs to. */
interface Offer {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly items: readonly PopupItem[];
  readonly busy: boolean;
  readonly empty?: string | undefined;
  readonly pick: (index: number) => void;
  /** Whether the first line is picked by Enter without anybody having gone there. */
  readonly eager: boolean;
}

const TAIL = ' tail';

/**
 * The message box: plain text, or after `/` a command with an editable chip for each option. Text stays in the fields
 * themselves and is only read from them, so that a syllable in composition is never touched.
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
  };

  declare scene: Scene;
  declare channel: ChannelView;
  declare entries: readonly Entry[];
  declare maySend: boolean;
  declare draft: Draft | undefined;
  declare text: string;
  /** The option whose field has the focus, `TAIL` for the field after them. */
  declare focused: string | undefined;
  declare active: number;
  /** The popup was closed by hand; the next letter opens it again. */
  declare shut: boolean;
  declare problem: OptionDef | undefined;
  readonly #completer: Completer;
  /** The field that takes the focus once it is drawn. */
  #wanted: string | undefined;
  /** Counts drafts: a new one gets new fields, whose text is its own. */
  #serial = 0;

  constructor() {
    super();
    this.draft = undefined;
    this.text = '';
    this.focused = undefined;
    this.active = -1;
    this.shut = false;
    this.problem = undefined;
    this.#completer = new Completer(() => this.requestUpdate());
  }

  /** Puts a command in, by its name; the focus goes to its first open option. */
  start(name: string, values: Readonly<Record<string, string>> = {}): void {
    const entry =
      this.entries.find((one) => one.name === name) ??
      this.entries.find((one) => one.name.startsWith(`${name} `));
    if (entry) this.#begin(startDraft(entry, values));
    else this.#focusText('/');
  }

  /** Sets the focus; `text` is put in where the box is empty. */
  #focusText(text: string): void {
    const field = this.querySelector<HTMLTextAreaElement>('textarea');
    if (!field) return;
    if (field.value === '') field.value = text;
    this.text = field.value;
    this.active = 0;
    field.focus();
  }

  /** The key `/` anywhere on the page comes here. */
  slash(): void {
    if (!this.draft) this.#focusText('/');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another channel or another person: what can be picked is not the same any more.
    if (
      changed.has('entries') &&
      this.draft &&
      !this.entries.some((one) => one.name === this.draft?.entry.name)
    ) {
      this.draft = undefined;
    }
  }

  protected override updated(): void {
    const wanted = this.#wanted;
    if (wanted !== undefined) {
      this.#wanted = undefined;
      const field = this.#field(wanted);
      field?.focus();
      field?.setSelectionRange(field.value.length, field.value.length);
    }
    this.querySelector('.suggestions .option.active')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { strings } = this.scene;
    const offer = this.#offer();
    const open = offer !== undefined;
    return html`
      ${
        offer
          ? popup({ id: 'suggestions', ...offer, active: this.active, hover: (index) => this.#hover(index) })
          : nothing
      }
      ${this.problem ? html`<p class="problem" role="alert">${strings.fillIn(this.problem.label)}</p>` : nothing}
      <form class="composer ${this.draft ? 'commanding' : ''}" @submit=${this.#submit} @keydown=${this.#key}>
        ${this.draft ? this.#drawDraft(this.draft, open) : this.#drawText(open)}
        <button type="submit" class="send" aria-label=${strings.send} ?disabled=${!this.maySend}>
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M3 11.2V4.500l18.500 7.500L3 19.500v-6.700l9-0.800z" fill="currentColor" /></svg>
        </button>
      </form>
    `;
  }

  #drawText(open: boolean): TemplateResult {
    const { strings } = this.scene;
    const label = this.maySend
      ? strings.messageTo(channelLabel(this.channel, this.scene.me))
      : strings.cannotSay;
    return html`<textarea
      rows="1"
      data-field="text"
      placeholder=${label}
      aria-label=${label}
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? 'suggestions' : nothing}
      aria-activedescendant=${open && this.active >= 0 ? `suggestions-${this.active}` : nothing}
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="send"
      maxlength="2000"
      ?disabled=${!this.maySend}
      @input=${this.#typed}
    ></textarea>`;
  }

  #drawDraft(draft: Draft, open: boolean): TemplateResult {
    const { strings } = this.scene;
    const more = remaining(draft).length;
    return html`<div class="draft" role="group" aria-label="/${draft.entry.label}">
      <span class="draft-name">/${draft.entry.label}</span>
      ${repeat(
        draft.chips,
        (chip) => `${this.#serial} ${chip.option.name}`,
        (
          chip,
        ) => html`<label class="chip ${this.problem === chip.option ? 'wrong' : ''} ${this.focused === chip.option.name ? 'focus' : ''}"
          ><span class="chip-name">${chip.option.label}</span>${this.#drawField(chip.option.name, chip.text, chip.option, open)}</label
        >`,
      )}
      ${this.#drawField(TAIL, '', undefined, open)}
      ${
        more > 0 && this.focused !== TAIL
          ? html`<button type="button" class="more" @click=${() => this.#field(TAIL)?.focus()}>${strings.moreOptions(more)}</button>`
          : nothing
      }
      <button type="button" class="cancel" aria-label=${strings.cancelCommand} @click=${() => this.#cancel()}>✕</button>
    </div>`;
  }

  #drawField(name: string, text: string, option: OptionDef | undefined, open: boolean): TemplateResult {
    const mine = open && this.focused === name;
    const label = option ? `${option.label}: ${option.description}` : this.scene.strings.options;
    // The first text stands in the markup alone: later the field itself is the only place where the text is.
    return html`<input
      data-field=${name}
      value=${text}
      aria-label=${label}
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${mine ? 'true' : 'false'}
      aria-controls=${mine ? 'suggestions' : nothing}
      aria-activedescendant=${mine && this.active >= 0 ? `suggestions-${this.active}` : nothing}
      aria-required=${option?.required ? 'true' : nothing}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="send"
      @input=${this.#typed}
      @focus=${() => this.#focus(name)}
      @blur=${() => this.#blur(name)}
    />`;
  }

  #field(name: string): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`input[data-field="${name}"]`);
  }

  #offer(): Offer | undefined {
    if (this.shut || !this.maySend) return undefined;
    return this.draft ? this.#offerOption(this.draft) : this.#offerCommands();
  }

  #offerCommands(): Offer | undefined {
    if (!this.text.startsWith('/') || this.text.includes('\n')) return undefined;
    const found = matchEntries(this.entries, this.text.slice(1));
    if (found.length === 0) return undefined;
    return {
      title: this.scene.strings.commandList,
      hint: this.scene.bot.name,
      items: found.map((entry) => ({
        label: `/${entry.label}`,
        note: entry.description,
        tail: entry.options.map((option) => option.label).join('  '),
      })),
      busy: false,
      pick: (index) => {
        const entry = found[index];
        if (entry) this.#begin(startDraft(entry));
      },
      eager: true,
    };
  }

  #offerOption(draft: Draft): Offer | undefined {
    const { strings } = this.scene;
    if (this.focused === TAIL) return this.#offerRemaining(draft);
    const chip = draft.chips.find((one) => one.option.name === this.focused);
    if (!chip) return undefined;
    const { option } = chip;
    const asked = this.#completer.shown(option.name);
    const picks = option.autocomplete
      ? asked?.picks
      : localPicks(option, chip.value === undefined ? chip.text : '', guildIdOf(this.channel), this.scene);
    return {
      title: option.label,
      hint: `${option.description}${option.required ? ` · ${strings.required}` : ''}`,
      items: (picks ?? []).map((pick) => ({ label: pick.label })),
      busy: option.autocomplete && (asked?.stale ?? true),
      empty: option.autocomplete ? (asked ? strings.noChoices : strings.searching) : undefined,
      pick: (index) => {
        const pick = picks?.[index];
        if (pick) this.#pick(option, pick);
      },
      eager: false,
    };
  }

  #offerRemaining(draft: Draft): Offer | undefined {
    const { strings } = this.scene;
    const typed = this.#field(TAIL)?.value.trim().toLowerCase() ?? '';
    const list = remaining(draft).filter(
      (option) => option.label.includes(typed) || option.name.includes(typed),
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
      pick: (index) => {
        const option = list[index];
        if (option) this.#open(draft, option);
      },
      eager: typed !== '',
    };
  }

  #hover(index: number): void {
    this.active = index;
  }

  #begin(draft: Draft): void {
    this.#settle();
    this.#serial += 1;
    this.draft = draft;
    this.text = '';
    this.shut = false;
    this.problem = undefined;
    this.active = -1;
    this.#completer.reset();
    this.#wanted = draft.chips.find((chip) => chip.text === '')?.option.name ?? TAIL;
  }

  /** Ends a composition that is under way: its last letters come in before anything is drawn anew. */
  #settle(): void {
    const field = document.activeElement;
    if (field instanceof HTMLElement && this.contains(field)) field.blur();
  }

  #open(draft: Draft, option: OptionDef): void {
    this.#settle();
    const tail = this.#field(TAIL);
    if (tail) tail.value = '';
    this.draft = withOption(draft, option);
    this.active = -1;
    this.#wanted = option.name;
  }

  #pick(option: OptionDef, pick: Pick): void {
    if (!this.draft) return;
    this.#settle();
    const field = this.#field(option.name);
    if (field) field.value = pick.label;
    this.draft = withPick(this.draft, option.name, pick);
    this.problem = undefined;
    this.active = -1;
    this.#wanted = this.draft.chips.find((chip) => chip.text === '')?.option.name ?? TAIL;
  }

  #cancel(): void {
    this.#settle();
    this.draft = undefined;
    this.problem = undefined;
    this.active = -1;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('textarea')?.focus());
  }

  #focus(name: string): void {
    this.focused = name;
    this.shut = false;
    this.active = -1;
    this.#complete(name);
  }

  #blur(name: string): void {
    if (this.focused === name) this.focused = undefined;
  }

  #complete(name: string): void {
    const draft = this.draft;
    if (!draft?.chips.some((chip) => chip.option.name === name && chip.option.autocomplete)) return;
    const channelId = this.channel.channel.id;
    void this.#completer.ask(name, () =>
      this.scene.actions.request({ do: 'complete', channelId, focused: name, ...completionOf(draft, name) }),
    );
  }

  readonly #typed = (event: Event): void => {
    const field = event.currentTarget;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const name = field.dataset['field'] ?? '';
    this.shut = false;
    this.problem = undefined;
    if (name === 'text') {
      this.text = field.value;
      this.active = 0;
      if (!(event instanceof InputEvent && event.isComposing)) this.#takeCommand();
    } else if (name === TAIL) {
      this.active = field.value.trim() === '' ? -1 : 0;
      this.requestUpdate();
    } else if (this.draft) {
      this.draft = withText(this.draft, name, field.value);
      this.active = -1;
      this.#complete(name);
    }
  };

  /** A blank after a whole command's name picks it, as in Discord; what follows goes into its first option. */
  #takeCommand(): void {
    const match = this.entries
      .flatMap((entry) => [entry.label, entry.name].map((name) => ({ entry, head: `/${name} ` })))
      .find(({ head }) => this.text.startsWith(head));
    if (!match) return;
    const draft = startDraft(match.entry);
    const rest = this.text.slice(match.head.length);
    const first = draft.chips[0];
    this.#begin(first && rest !== '' ? withText(draft, first.option.name, rest) : draft);
    if (first && rest !== '') this.#wanted = first.option.name;
  }

  readonly #key = (event: KeyboardEvent): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    // The input method has this key: it ends the syllable, and no more.
    if (event.isComposing || event.keyCode === 229) return;
    const offer = this.#offer();
    const done = fieldKey(event, field, {
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
      open: this.shut
        ? () => {
            this.shut = false;
          }
        : undefined,
      cancel: () => (this.draft ? this.#cancel() : undefined),
      back: () => this.#back(field),
      send: () => void this.#send(),
    });
    if (done) event.preventDefault();
  };

  /** Backspace in an empty field goes back: takes the option away, or the command where none is left. */
  #back(field: HTMLInputElement | HTMLTextAreaElement): boolean {
    const draft = this.draft;
    const name = field.dataset['field'];
    if (!draft || name === undefined) return false;
    const before =
      draft.chips[
        name === TAIL
          ? draft.chips.length - 1
          : draft.chips.findIndex((chip) => chip.option.name === name) - 1
      ];
    if (name === TAIL && !before) {
      this.#cancel();
      return true;
    }
    if (name !== TAIL) {
      this.draft = withoutOption(draft, name);
      if (draft.chips.length === 1 && !draft.entry.options.some((option) => option.required))
        this.#wanted = TAIL;
    }
    this.#wanted = before?.option.name ?? TAIL;
    this.requestUpdate();
    return true;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    if (!this.maySend) return;
    if (this.draft) {
      this.problem = problemOf(this.draft);
      if (this.problem) {
        this.#refuse(this.draft, this.problem);
        return;
      }
      this.#tell('invoke', { invocation: invocationOf(this.draft), label: this.draft.entry.label });
      this.#cancel();
      return;
    }
    const field = this.querySelector('textarea');
    const content = field?.value.trim() ?? '';
    if (!field || content === '') return;
    field.value = '';
    this.text = '';
    this.#tell('say', { content });
  }

  #refuse(draft: Draft, problem: OptionDef): void {
    if (!draft.chips.some((chip) => chip.option === problem)) this.draft = withOption(draft, problem);
    this.#wanted = problem.name;
  }

  #tell(name: 'invoke', detail: { readonly invocation: Invocation; readonly label: string }): void;
  #tell(name: 'say', detail: { readonly content: string }): void;
  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('play-composer', PlayComposer);
