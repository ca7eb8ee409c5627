import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ContentFile, ContentPanel, PreviewPage } from '../../../protocol/panels.ts';
import type { Json } from '../../../protocol/views.ts';
import type { Scene } from '../../scene.ts';
import { messageTime } from '../../time.ts';
import { LightElement } from '../lightElement.ts';
import { staticMessage } from '../message/staticMessage.ts';

/** The host's content panel, if the state is valid. */
export function contentOf(state: Json | undefined): ContentPanel | undefined {
  const looks =
    typeof state === 'object' && state !== null && 'files' in state && Array.isArray(state['files']);
  return looks ? (state as unknown as ContentPanel) : undefined;
}

/** The files of the content folder with their findings; one of them expanded with its pages. */
export class PlayContent extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    scene: { attribute: false },
    content: { attribute: false },
    open: { state: true },
    pages: { state: true },
  };

  declare scene: Scene;
  declare content: ContentPanel;
  declare open: string | undefined;
  declare pages: readonly PreviewPage[] | undefined;
  #seen: number | undefined;
  /** Files in the order in which they were first seen: a save moves none. */
  #order: readonly string[] = [];

  constructor() {
    super();
    this.open = undefined;
    this.pages = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('content');
    if (!changed.has('content')) return;
    const fresh = this.content.files.map(({ file }) => file).filter((file) => !this.#order.includes(file));
    this.#order = [...this.#order, ...fresh];
    if (before?.version !== this.content.version) this.#follow();
  }

  /** A file that was just edited is expanded; an expanded one is drawn again. */
  #follow(): void {
    const newest = this.content.files.reduce((latest, file) => Math.max(latest, file.changedAt ?? 0), 0);
    const edited = this.content.files.find(
      (file) => file.changedAt === newest && newest > (this.#seen ?? Number.POSITIVE_INFINITY),
    );
    this.#seen = newest;
    if (edited) {
      this.open = edited.file;
      void this.updateComplete.then(() =>
        this.querySelector('.file-line[aria-expanded="true"]')?.scrollIntoView({ block: 'nearest' }),
      );
    }
    if (this.open !== undefined) void this.#load(this.open);
  }

  protected override render(): TemplateResult {
    const { strings } = this.scene;
    const { dir } = this.content;
    const placeOf = ({ file }: ContentFile): number => this.#order.indexOf(file);
    const files = [...this.content.files].sort((one, other) => placeOf(one) - placeOf(other));
    const findings = files.flatMap((file) => file.findings);
    const errors = findings.filter((finding) => finding.level === 'error').length;
    return html`<p class="quiet"><code>${dir}</code><br />${
      findings.length === 0
        ? strings.contentClean(files.length)
        : strings.contentFindings(errors, findings.length - errors)
    }</p>
      <ul class="files">
        ${files.map((file) => html`<li>${this.#draw(file)}</li>`)}
      </ul>`;
  }

  #draw(file: ContentFile): TemplateResult {
    const { scene } = this;
    const open = this.open === file.file;
    const worst = file.findings.some((finding) => finding.level === 'error')
      ? 'error'
      : file.findings.length > 0
        ? 'warning'
        : 'fine';
    return html`<button
        type="button"
        class="file-line ${worst}"
        aria-expanded=${open ? 'true' : 'false'}
        title=${open ? scene.strings.hidePages : scene.strings.showPages}
        @click=${() => this.#toggle(file.file)}
      >
        <span class="file-title">${file.title || file.file}</span>
        <span class="file-path">${file.title ? file.file : ''}${
          file.changedAt === null
            ? nothing
            : html` · ${scene.strings.changedAt(messageTime(file.changedAt, scene.now(), scene.discordLocale, scene.strings))}`
        }</span>
      </button>
      ${
        file.findings.length > 0
          ? html`<ul class="findings">
              ${file.findings.map(
                (finding) =>
                  html`<li class=${finding.level}>${scene.strings.line(finding.line)}: ${finding.messages?.[scene.locale] ?? finding.message}</li>`,
              )}
            </ul>`
          : nothing
      }
      ${open ? this.#drawPages() : nothing}`;
  }

  #drawPages(): TemplateResult {
    if (!this.pages) return html`<p class="quiet" role="status">${this.scene.strings.searching}</p>`;
    if (this.pages.length === 0) return html`<p class="quiet">${this.scene.strings.noPages}</p>`;
    return html`<discord-messages class="file-pages" no-background>
      ${this.pages.map((page) => staticMessage(page, this.scene))}
    </discord-messages>`;
  }

  #toggle(file: string): void {
    this.open = this.open === file ? undefined : file;
    this.pages = undefined;
    if (this.open !== undefined) void this.#load(file);
  }

  async #load(file: string): Promise<void> {
    const input = { file, locale: this.scene.discordLocale };
    const pages = await this.scene.actions
      .request({ do: 'panel', panel: 'content', action: 'pages', input })
      .catch(() => undefined);
    if (this.open === file)
      this.pages = Array.isArray(pages) ? (pages as unknown as readonly PreviewPage[]) : [];
  }
}

customElements.define('play-content', PlayContent);
