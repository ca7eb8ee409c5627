import type { APIModalInteractionResponseCallbackData, APITextInputComponent } from 'discord-api-types/v10';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isSelect, LABEL, ROW, TEXT_DISPLAY, TEXT_INPUT } from '../discord.ts';
import type { Scene } from '../scene.ts';
import { LightElement } from './lightElement.ts';
import { markdown } from './message/markdown.ts';

type Component = APIModalInteractionResponseCallbackData['components'][number];

/** A modal to be filled in. */
export interface OpenModal {
  readonly interactionId: string;
  readonly modal: APIModalInteractionResponseCallbackData;
}

/** A modal of the bot. Dispatches `submit-modal` with the values, or `cancel-modal`. */
export class PlayModal extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    scene: { attribute: false },
    open: { attribute: false },
  };

  declare scene: Scene;
  declare open: OpenModal | undefined;
  readonly #chosen = new Map<string, readonly string[]>();

  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (this.open && dialog && !dialog.open) {
      this.#chosen.clear();
      dialog.showModal();
    } else if (!this.open && dialog?.open) {
      dialog.close();
    }
  }

  protected override render(): TemplateResult {
    const { open, scene } = this;
    const { strings } = scene;
    return html`<dialog class="modal" aria-labelledby="modal-title" @close=${this.#cancel}>
      ${
        open
          ? html`<form @submit=${this.#submit}>
              <h2 id="modal-title">${open.modal.title}</h2>
              ${open.modal.components.map((component) => this.#draw(component))}
              <div class="modal-buttons">
                <button type="button" class="button secondary" @click=${this.#cancel}><span>${strings.cancel}</span></button>
                <button type="submit" class="button primary"><span>${strings.submit}</span></button>
              </div>
            </form>`
          : nothing
      }
    </dialog>`;
  }

  #draw(component: Component): TemplateResult | typeof nothing {
    if (component.type === ROW) {
      return html`${component.components.map((input) => (input.type === TEXT_INPUT ? this.#input(input, input.label ?? '') : nothing))}`;
    }
    if (component.type === TEXT_DISPLAY) return html`${markdown(component.content, this.scene)}`;
    if (component.type !== LABEL) return nothing;
    const inner = component.component;
    if (inner.type === TEXT_INPUT) return this.#input(inner, component.label, component.description);
    if (!isSelect(inner)) return nothing;
    const choose = (event: CustomEvent<readonly string[]>): void => {
      this.#chosen.set(inner.custom_id, event.detail);
    };
    return html`<div class="modal-field">
      ${this.#name(component.label, inner.required ?? true, component.description)}
      <play-select .data=${inner} .scene=${this.scene} .label=${component.label} .kept=${true} @choose=${choose}></play-select>
    </div>`;
  }

  #input(data: APITextInputComponent, label: string, description?: string): TemplateResult {
    const required = data.required ?? true;
    const field =
      data.style === 2
        ? html`<textarea name=${data.custom_id} rows="5" placeholder=${data.placeholder ?? nothing} minlength=${data.min_length ?? nothing} maxlength=${data.max_length ?? 4000} ?required=${required} .value=${data.value ?? ''}></textarea>`
        : html`<input name=${data.custom_id} placeholder=${data.placeholder ?? nothing} minlength=${data.min_length ?? nothing} maxlength=${data.max_length ?? 4000} ?required=${required} .value=${data.value ?? ''} />`;
    return html`<label class="modal-field">${this.#name(label, required, description)} ${field}</label>`;
  }

  #name(label: string, required: boolean, description?: string): TemplateResult {
    return html`<span class="modal-label">${label}${required ? html` <span class="star" aria-hidden="true">*</span>` : nothing}</span>
      ${description ? html`<span class="modal-note">${description}</span>` : nothing}`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.open || !(event.currentTarget instanceof HTMLFormElement)) return;
    const values: Record<string, string | readonly string[]> = Object.fromEntries(this.#chosen);
    for (const [name, value] of new FormData(event.currentTarget)) values[name] = String(value);
    this.dispatchEvent(
      new CustomEvent('submit-modal', { detail: { interactionId: this.open.interactionId, values } }),
    );
  };

  readonly #cancel = (): void => {
    if (this.open) this.dispatchEvent(new CustomEvent('cancel-modal'));
  };
}

customElements.define('play-modal', PlayModal);
