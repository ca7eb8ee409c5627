import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChannelView } from '../../../protocol/views.ts';
import { type CommandDraft, remaining } from '../../commandInput/draft.ts';
import type { OptionDef } from '../../commandInput/entries.ts';
import { FORUM } from '../../discord.ts';
import { channelLabel, type Scene } from '../../scene.ts';
import { TAIL } from './state.ts';

/** Id of the popup, to which every field of the message box refers. */
export const SUGGESTIONS = 'suggestions';

interface FieldView {
  /** True while the popup is open for this field. */
  readonly open: boolean;
  /** The active line of the popup, -1 for none. */
  readonly active: number;
  readonly typed: (event: Event) => void;
}

/** The field for plain text and the beginning of a command. */
export function textField(
  view: FieldView & { readonly label: string; readonly disabled: boolean },
): TemplateResult {
  return html`<textarea
    rows="1"
    data-field="text"
    placeholder=${view.label}
    aria-label=${view.label}
    aria-autocomplete="list"
    aria-haspopup="listbox"
    aria-controls=${view.open ? SUGGESTIONS : nothing}
    aria-activedescendant=${view.open && view.active >= 0 ? `${SUGGESTIONS}-${view.active}` : nothing}
    autocomplete="off"
    spellcheck="false"
    enterkeyhint="send"
    maxlength="2000"
    ?disabled=${view.disabled}
    @input=${view.typed}
  ></textarea>`;
}

interface DraftView extends FieldView {
  readonly draft: CommandDraft;
  /** Changes with each draft: a new draft gets new input elements. */
  readonly key: number;
  readonly scene: Scene;
  /** The option that prevents sending. */
  readonly problem: OptionDef | undefined;
  readonly focused: string | undefined;
  readonly focus: (name: string) => void;
  readonly blur: (name: string) => void;
  readonly more: () => void;
  readonly remove: (name: string) => void;
  readonly cancel: () => void;
}

/** The fields of a command: its name, a chip for each open option, and a field for more options. */
export function draftFields(view: DraftView): TemplateResult {
  const { draft, focused } = view;
  const { strings } = view.scene;
  const more = remaining(draft).length;
  const chipClass = (option: OptionDef): string =>
    `chip ${view.problem === option ? 'wrong' : ''} ${focused === option.name ? 'focus' : ''}`;
  return html`<div class="draft" role="group" aria-label="/${draft.entry.label}">
    <span class="draft-name">/${draft.entry.label}</span>
    ${repeat(
      draft.chips,
      (chip) => `${view.key} ${chip.option.name}`,
      ({ option, text }) =>
        html`<label class=${chipClass(option)}
          ><span class="chip-name">${option.label}</span>${optionField(option.name, option, text, view)}${
            option.required
              ? nothing
              : html`<button type="button" class="chip-remove" aria-label=${strings.removeOption(option.label)} @click=${() => view.remove(option.name)}>✕</button>`
          }</label
        >`,
    )}
    ${optionField(TAIL, undefined, '', view)}
    ${
      more > 0 && focused !== TAIL
        ? html`<button type="button" class="more" @click=${view.more}>${strings.moreOptions(more)}</button>`
        : nothing
    }
    <button type="button" class="cancel" aria-label=${strings.cancelCommand} @click=${view.cancel}>✕</button>
  </div>`;
}

/**
 * The field of an option's value.
 * @param text the initial text only: afterwards the input element owns its text.
 */
function optionField(
  name: string,
  option: OptionDef | undefined,
  text: string,
  view: DraftView,
): TemplateResult {
  const open = view.open && view.focused === name;
  return html`<input
    data-field=${name}
    value=${text}
    aria-label=${option ? `${option.label}: ${option.description}` : view.scene.strings.options}
    role="combobox"
    aria-autocomplete="list"
    aria-expanded=${open ? 'true' : 'false'}
    aria-controls=${open ? SUGGESTIONS : nothing}
    aria-activedescendant=${open && view.active >= 0 ? `${SUGGESTIONS}-${view.active}` : nothing}
    aria-required=${option?.required ? 'true' : nothing}
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    enterkeyhint="send"
    @input=${view.typed}
    @focus=${() => view.focus(name)}
    @blur=${() => view.blur(name)}
  />`;
}

/** The placeholder of the empty message box. */
export function hintFor(channel: ChannelView, maySend: boolean, scene: Scene): string {
  const { strings } = scene;
  if (maySend) return strings.messageTo(channelLabel(channel, scene));
  return channel.channel.type === FORUM ? strings.forumOnlyPosts : strings.cannotSay;
}
