import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { PreviewPage } from '../protocol/panels.ts';
import { LightElement } from './components/lightElement.ts';
import { staticMessage } from './components/message/staticMessage.ts';
import type { Actions, Scene } from './scene.ts';
import { PAGE_LOCALES, pageLocale, stringsFor } from './strings/index.ts';
import './theme.ts';

/** All pages of the library in one document, for proofreading and printing. */
export class PlayPreview extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    locale: { state: true },
    pages: { state: true },
    onlyWarnings: { state: true },
  };

  /** Discord's locale of the pages. */
  declare locale: string;
  /** Undefined while loading. */
  declare pages: readonly PreviewPage[] | undefined;
  declare onlyWarnings: boolean;

  constructor() {
    super();
    this.locale = new URLSearchParams(location.search).get('locale') ?? navigator.language;
    this.pages = undefined;
    this.onlyWarnings = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.replaceChildren();
    void this.#load();
  }

  protected override render(): TemplateResult {
    const scene = sceneFor(this.locale);
    const { strings } = scene;
    document.documentElement.lang = scene.locale;
    document.title = strings.previewTitle;
    const all = this.pages ?? [];
    const shown = this.onlyWarnings ? all.filter((page) => page.warnings.length > 0) : all;
    return html`${this.#drawHead(scene, shown.length, all.length)}
      <main class="preview">
        ${this.pages && all.length === 0 ? html`<p class="preview-wait">${strings.noPreview}</p>` : nothing}
        ${this.pages ? nothing : html`<p class="preview-wait" role="status">${strings.connecting}</p>`}
        ${groups(shown).map(
          ([group, pages]) => html`<section aria-label=${group}>
            <h2>${group}</h2>
            ${pages.map((page) => drawPage(page, scene))}
          </section>`,
        )}
      </main>`;
  }

  #drawHead({ strings, locale }: Scene, shown: number, all: number): TemplateResult {
    const filter = (event: Event): void => {
      if (event.currentTarget instanceof HTMLInputElement) this.onlyWarnings = event.currentTarget.checked;
    };
    const change = (event: Event): void => {
      if (!(event.currentTarget instanceof HTMLSelectElement)) return;
      this.locale = event.currentTarget.value;
      history.replaceState(null, '', `?locale=${this.locale}`);
      void this.#load();
    };
    return html`<header class="preview-head">
      <a href="/">← ${strings.backToChat}</a>
      <h1>${strings.previewTitle}</h1>
      <span class="preview-count" role="status">${this.pages ? strings.previewCount(shown, all) : ''}</span>
      <label><input type="checkbox" .checked=${this.onlyWarnings} @change=${filter} /> ${strings.onlyWarnings}</label>
      <select class="plain" aria-label=${strings.postLanguage} @change=${change}>
        ${PAGE_LOCALES.map((one) => {
          const { discordLocale, languageName } = stringsFor(one);
          return html`<option value=${discordLocale} ?selected=${one === locale}>${languageName}</option>`;
        })}
      </select>
      <button type="button" class="button secondary small" @click=${() => print()}><span>${strings.print}</span></button>
    </header>`;
  }

  async #load(): Promise<void> {
    const { locale } = this;
    const response = await fetch(`/playground/preview.json?locale=${encodeURIComponent(locale)}`);
    const pages: readonly PreviewPage[] = response.ok ? await response.json() : [];
    if (locale === this.locale) this.pages = pages;
  }
}

function drawPage(page: PreviewPage, scene: Scene): TemplateResult {
  return html`<article class="preview-page" id=${page.route}>
    <h3>${page.title} <code>${page.route}</code></h3>
    ${
      page.warnings.length > 0
        ? html`<ul class="preview-warnings">
            ${page.warnings.map((warning) => html`<li>${warning}</li>`)}
          </ul>`
        : nothing
    }
    <discord-messages no-background>${staticMessage(page, scene)}</discord-messages>
  </article>`;
}

/** Adjacent pages with the same heading. */
function groups(pages: readonly PreviewPage[]): readonly (readonly [string, readonly PreviewPage[]])[] {
  const found: [string, PreviewPage[]][] = [];
  for (const page of pages) {
    const last = found.at(-1);
    if (last?.[0] === page.group) last[1].push(page);
    else found.push([page.group, [page]]);
  }
  return found;
}

/** All actions are disabled on this page. */
const ACTIONS: Actions = {
  request: () => Promise.reject(new Error('This page is only looked at')),
  go: () => {},
  draft: () => {},
  press: async () => {},
  choose: async () => {},
  dismiss: () => {},
  openMenu: () => {},
};

function sceneFor(discordLocale: string): Scene {
  const locale = pageLocale(discordLocale);
  return {
    locale,
    discordLocale,
    strings: stringsFor(locale),
    me: '',
    people: [],
    guilds: [],
    channels: [],
    bot: { id: '', name: 'Lectern' },
    now: Date.now,
    headingLevel: 4,
    actions: ACTIONS,
  };
}

customElements.define('play-preview', PlayPreview);
