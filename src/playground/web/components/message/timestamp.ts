import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { TimeStyle } from '../../markdown/model.ts';
import type { Scene } from '../../scene.ts';
import { formatTimestamp, refreshAfter } from '../../time.ts';
import { LightElement } from '../lightElement.ts';

/** A Discord timestamp; a relative one is updated over time. */
export class PlayTimestamp extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    seconds: { attribute: false },
    shape: { attribute: false },
    scene: { attribute: false },
  };

  declare seconds: number;
  declare shape: TimeStyle;
  declare scene: Scene;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const now = this.scene.now();
    const locale = this.scene.discordLocale;
    clearTimeout(this.#timer);
    if (this.shape === 'R') {
      this.#timer = setTimeout(() => this.requestUpdate(), refreshAfter(this.seconds, now));
    }
    const full = formatTimestamp(this.seconds, 'F', locale, now);
    const shown = formatTimestamp(this.seconds, this.shape, locale, now);
    const machine = new Date(this.seconds * 1000).toISOString();
    return html`<discord-time><time datetime=${machine} title=${full}>${shown}</time></discord-time>`;
  }
}

customElements.define('play-timestamp', PlayTimestamp);
