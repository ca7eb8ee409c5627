import { html, nothing, type TemplateResult } from 'lit';

/** One line of a popup. */
export interface PopupItem {
  readonly label: string;
  readonly note?: string;
  /** Small text after the label, such as a command's options. */
  readonly tail?: string;
}

export interface PopupView {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly items: readonly PopupItem[];
  /** -1 for none. */
  readonly active: number;
  readonly busy: boolean;
  /** Shown when there are no items. */
  readonly empty?: string | undefined;
  readonly pick: (index: number) => void;
  readonly hover: (index: number) => void;
}

/** A list of suggestions above the message box. The text field keeps the focus and refers to the active line. */
export function popup(view: PopupView): TemplateResult {
  return html`<div class="suggestions ${view.busy ? 'busy' : ''}">
    <div class="suggestions-title" id="${view.id}-title">
      <b>${view.title}</b>${view.hint ? html`<span>${view.hint}</span>` : nothing}
    </div>
    <div id=${view.id} role="listbox" aria-labelledby="${view.id}-title" aria-busy=${view.busy ? 'true' : nothing} class="suggestions-list">
      ${view.items.map((item, index) => line(view, item, index))}
    </div>
    ${view.items.length === 0 && view.empty ? html`<p class="suggestions-empty" role="status">${view.empty}</p>` : nothing}
  </div>`;
}

function line(view: PopupView, item: PopupItem, index: number): TemplateResult {
  const active = index === view.active;
  return html`<div
    id="${view.id}-${index}"
    class="option ${active ? 'active' : ''}"
    role="option"
    aria-selected=${active ? 'true' : 'false'}
    @pointerdown=${(event: Event) => event.preventDefault()}
    @pointermove=${() => view.hover(index)}
    @click=${() => view.pick(index)}
  >
    <span class="option-text"
      ><span class="option-label">${item.label}${item.tail ? html`<span class="option-tail">${item.tail}</span>` : nothing}</span
      >${item.note ? html`<span class="option-note">${item.note}</span>` : nothing}</span
    >
  </div>`;
}
