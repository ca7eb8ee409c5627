import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ServerEvent } from '../protocol/events.ts';
import type { PreviewPage } from '../protocol/panels.ts';
import { LightElement } from './components/lightElement.ts';
import { staticMessage } from './components/message/staticMessage.ts';
import { contentOf } from './components/panel/content.ts';
import type { Actions, Scene } from './scene.ts';
import { type Connection, openConnection } from './socket.ts';
import { PAGE_LOCALES, pageLocale, stringsFor } from './strings/index.ts';
import './theme.ts';

/** Below this width the table of contents is folded, the same as in preview.css. */
const NARROW = '(max-width: 900px)';

/** All pages of the library in one document, for proofreading and printing. */
export class PlayPreview extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    locale: { state: true },
    pages: { state: true },
    onlyWarnings: { state: true },
    sought: { state: true },
    changed: { state: true },
  };

  /** Discord's locale of the pages. */
  declare locale: string;
  /** Undefined while loading. */
  declare pages: readonly PreviewPage[] | undefined;
  declare onlyWarnings: boolean;
  /** What is searched for. */
  declare sought: string;
  /** Routes of the pages that the last save changed. */
  declare changed: ReadonlySet<string>;
  #line: Connection | undefined;
  #version: string | undefined;
  /** The locale of the pages that are shown. */
  #shown: string | undefined;

  constructor() {
    super();
    this.locale = new URLSearchParams(location.search).get('locale') ?? navigator.language;
    this.pages = undefined;
    this.onlyWarnings = false;
    this.sought = '';
    this.changed = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.replaceChildren();
    void this.#load();
    const url = new URL('/playground/socket', location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    this.#line = openConnection(url.href, { onEvent: (event) => this.#hear(event), onState: () => {} });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#line?.close();
  }

  /** A saved file is shown at once. */
  #hear(event: ServerEvent): void {
    const panels = event.event === 'snapshot' ? event.panels : event.event === 'panel' ? [event.panel] : [];
    const content = contentOf(panels.find((panel) => panel.name === 'content')?.state);
    if (!content || content.version === this.#version) return;
    const isFirst = this.#version === undefined;
    this.#version = content.version;
    if (!isFirst) void this.#load();
  }

  protected override render(): TemplateResult {
    const scene = sceneFor(this.locale);
    const { strings } = scene;
    document.documentElement.lang = scene.locale;
    document.title = strings.previewTitle;
    const all = this.pages ?? [];
    const words = wordsOf(this.sought);
    const shown = all.filter(
      (page) => (!this.onlyWarnings || page.warnings.length > 0) && words.every((word) => holds(page, word)),
    );
    const divided = groups(shown);
    return html`${this.#drawHead(scene, shown.length, all.length)}
      <div class="preview-body">
      <nav class="preview-contents" aria-label=${strings.tableOfContents}>
        <details ?open=${!matchMedia(NARROW).matches}>
          <summary>${strings.tableOfContents}</summary>
          ${divided.map(([group, pages]) => drawContents(group, pages, divided.length < 3))}
        </details>
      </nav>
      <main class="preview">
        ${this.pages && all.length === 0 ? html`<p class="preview-wait">${strings.noPreview}</p>` : nothing}
        ${this.pages ? nothing : html`<p class="preview-wait" role="status">${strings.connecting}</p>`}
        ${this.pages && all.length > 0 && shown.length === 0 ? html`<p class="preview-wait" role="status">${strings.nothingFound}</p>` : nothing}
        ${divided.map(
          ([group, pages]) => html`<section aria-label=${group}>
            <h2>${group}</h2>
            ${repeat(
              pages,
              (page) => page.route,
              (page) => drawPage(page, scene, this.changed.has(page.route)),
            )}
          </section>`,
        )}
      </main>
      </div>`;
  }

  #drawHead({ strings, locale }: Scene, shown: number, all: number): TemplateResult {
    const filter = (event: Event): void => {
      if (event.currentTarget instanceof HTMLInputElement) this.onlyWarnings = event.currentTarget.checked;
    };
    const seek = (event: Event): void => {
      if (event.currentTarget instanceof HTMLInputElement) this.sought = event.currentTarget.value;
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
      <input
        type="search"
        class="plain preview-search"
        placeholder=${strings.searchPages}
        aria-label=${strings.searchPages}
        @input=${seek}
      />
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
    const shownLocale = this.#shown;
    const response = await fetch(`/playground/preview.json?locale=${encodeURIComponent(locale)}`);
    const pages: readonly PreviewPage[] = response.ok ? await response.json() : [];
    if (locale !== this.locale) return;
    const before = new Map(this.pages?.map((page) => [page.route, JSON.stringify(page)]));
    const isSame = shownLocale === locale && this.pages !== undefined;
    this.changed = new Set(
      isSame
        ? pages.filter((page) => before.get(page.route) !== JSON.stringify(page)).map(({ route }) => route)
        : [],
    );
    this.#shown = locale;
    this.pages = pages;
    await this.updateComplete;
    // The view follows what was saved.
    this.querySelector('.preview-page.changed')?.scrollIntoView({ block: 'nearest' });
  }
}

/** Links to the pages of a group. */
function drawContents(group: string, pages: readonly PreviewPage[], open: boolean): TemplateResult {
  const link = (page: PreviewPage): TemplateResult => html`<a href="#${page.route}">${page.title}</a>`;
  const [only] = pages;
  if (only !== undefined && pages.length === 1) return html`<p>${link(only)}</p>`;
  return html`<details ?open=${open}>
    <summary>${group} <span class="quiet">${pages.length}</span></summary>
    <ul>${pages.map((page) => html`<li>${link(page)}</li>`)}</ul>
  </details>`;
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');

const texts = new WeakMap<PreviewPage, string>();

/** Whether a page has these letters: in its texts, its address or its warnings. */
function holds(page: PreviewPage, word: string): boolean {
  const { content, embeds } = page.message;
  const known =
    texts.get(page) ??
    [
      page.group,
      page.title,
      page.route,
      content,
      ...page.warnings,
      ...embeds.flatMap(({ title, description, footer, author, fields = [] }) => [
        title,
        description,
        footer?.text,
        author?.name,
        ...fields.flatMap(({ name, value }) => [name, value]),
      ]),
    ]
      .join('\n')
      .normalize('NFC')
      .toLowerCase();
  texts.set(page, known);
  return known.includes(word);
}

function drawPage(page: PreviewPage, scene: Scene, changed: boolean): TemplateResult {
  return html`<article class="preview-page ${changed ? 'changed' : ''}" id=${page.route}>
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
