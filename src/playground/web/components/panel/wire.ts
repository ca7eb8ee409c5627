import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { WireEntry, WirePayload } from '../../../protocol/faults.ts';
import type { Json } from '../../../protocol/views.ts';
import type { Scene } from '../../scene.ts';
import { LightElement } from '../lightElement.ts';

/** All requests and dispatches, newest first; one of them expanded with its payload. */
export class PlayWire extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    scene: { attribute: false },
    entries: { attribute: false },
    refused: { state: true },
    open: { state: true },
    payload: { state: true },
  };

  declare scene: Scene;
  declare entries: readonly WireEntry[];
  declare refused: boolean;
  declare open: number | undefined;
  declare payload: WirePayload | undefined;

  constructor() {
    super();
    this.entries = [];
    this.refused = false;
    this.open = undefined;
    this.payload = undefined;
  }

  protected override render(): TemplateResult {
    const { strings, actions } = this.scene;
    const shown = this.entries
      .filter((entry) => !this.refused || isRefused(entry))
      .filter((entry) => !entry.method.startsWith('Heartbeat'));
    const filter = (event: Event): void => {
      if (event.currentTarget instanceof HTMLInputElement) this.refused = event.currentTarget.checked;
    };
    return html`<div class="row">
        <label><input type="checkbox" .checked=${this.refused} @change=${filter} /> ${strings.onlyRefused}</label>
        <button type="button" class="button secondary small" @click=${() => void actions.request({ do: 'clear-wire' })}><span>${strings.clear}</span></button>
      </div>
      ${shown.length === 0 ? html`<p class="quiet">${strings.wireEmpty}</p>` : nothing}
      <ol class="wire">
        ${repeat(
          shown,
          (entry) => entry.id,
          (entry) => html`<li>${this.#draw(entry)}</li>`,
        )}
      </ol>`;
  }

  #draw(entry: WireEntry): TemplateResult {
    const open = this.open === entry.id;
    const bad = isRefused(entry);
    return html`<button type="button" class="wire-line ${bad ? 'refused' : ''}" aria-expanded=${open ? 'true' : 'false'} @click=${() => void this.#toggle(entry)}>
        <span class="wire-kind" aria-hidden="true">${{ rest: '⇢', dispatch: '⇣', receive: '⇡' }[entry.kind]}</span>
        <span class="wire-what"><b>${entry.method}</b> ${short(entry.path)}</span>
        <span class="wire-facts">${entry.status ?? ''} ${size(entry.bytes)} ${Math.round(entry.ms)} ms</span>
        ${entry.error ? html`<span class="wire-error">${entry.error.code} ${entry.error.message}</span>` : nothing}
      </button>
      ${open ? this.#detail(entry) : nothing}`;
  }

  #detail(entry: WireEntry): TemplateResult {
    const { strings } = this.scene;
    return html`<div class="wire-detail">
      <p class="wire-path">${entry.path}</p>
      ${entry.error?.errors ? code(strings.wireRefused, entry.error.errors) : nothing}
      ${this.payload ? html`${code(strings.requestBody, this.payload.request)} ${code(strings.responseBody, this.payload.response)}` : nothing}
    </div>`;
  }

  async #toggle(entry: WireEntry): Promise<void> {
    this.payload = undefined;
    this.open = this.open === entry.id ? undefined : entry.id;
    if (this.open === undefined) return;
    const payload = await this.scene.actions
      .request({ do: 'payload', entry: entry.id })
      .catch(() => undefined);
    if (this.open === entry.id) this.payload = payload;
  }
}

function code(title: string, body: Json): TemplateResult | typeof nothing {
  if (body === null) return nothing;
  return html`<h4>${title}</h4><pre tabindex="0" role="region" aria-label=${title}>${JSON.stringify(body, null, 2)}</pre>`;
}

function isRefused(entry: WireEntry): boolean {
  return (
    entry.error !== undefined || (entry.status !== undefined && (entry.status === 0 || entry.status >= 400))
  );
}

/** Ids and tokens are shortened for the narrow column. */
function short(path: string): string {
  return path
    .replace(/^\/api\/v\d+/, '')
    .replace(/\d{15,20}/g, '…')
    .replace(/\/[^/]{30,}/g, '/…');
}

function size(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}

customElements.define('play-wire', PlayWire);
