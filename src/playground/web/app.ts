import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Invocation } from '../protocol/requests.ts';
import type { ChannelView } from '../protocol/views.ts';
import { type Entry, type MenuEntry, menuEntries, slashEntries } from './commandInput/entries.ts';
import { channelHeader } from './components/channelHeader.ts';
import { channels } from './components/channels.ts';
import type { PlayComposer } from './components/composer/composer.ts';
import { controlPanel } from './components/controlPanel.ts';
import { forum } from './components/forum.ts';
import { LightElement } from './components/lightElement.ts';
import type { PlayMenu } from './components/menu.ts';
import { AppController } from './controller.ts';
import { FORUM, may, PERMISSIONS } from './discord.ts';
import { botName, isDirect, type Scene, sceneOf } from './scene.ts';
import { pageLocale, stringsFor } from './strings/index.ts';
import { toggleTheme } from './theme.ts';
import type { World } from './world.ts';
import './components/composer/composer.ts';
import './components/log.ts';
import './components/menu.ts';
import './components/modal.ts';
import './components/welcome.ts';

/** The available commands of a person in a channel; `key` changes when they must be computed again. */
interface Offers {
  readonly key: readonly unknown[];
  readonly slash: readonly Entry[];
  readonly menu: readonly MenuEntry[];
}

/** Breakpoints for drawers, the same as in layout.css. */
const NARROW = { channels: '(max-width: 760px)', side: '(max-width: 1100px)' } as const;
const MINUTE = 60_000;

/** The root component: passes the controller's state to the components, and their events to the controller. */
export class PlayApp extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    drawer: { state: true },
    sideShut: { state: true },
  };

  /** The open drawer in a narrow window. */
  declare drawer: 'channels' | 'side' | undefined;
  /** Whether the control panel is collapsed in a wide window. */
  declare sideShut: boolean;
  #session: AppController | undefined;
  #scene: Scene | undefined;
  #offers: Offers | undefined;
  #minutes: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.drawer = undefined;
    this.sideShut = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Until the first render, a static picture of the page is shown.
    this.replaceChildren();
    const url = new URL('/playground/socket', location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    url.searchParams.set('locale', navigator.language);
    const view = {
      draft: (name: string, values?: Readonly<Record<string, string>>) =>
        this.#composer()?.start(name, values),
      openMenu: (message: APIMessage, at: { readonly x: number; readonly y: number }, from: HTMLElement) =>
        void this.querySelector<PlayMenu>('play-menu')?.show(message, at, from),
    };
    this.#session = new AppController(url.href, view, () => this.requestUpdate());
    document.addEventListener('keydown', this.#key);
    this.#minutes = setInterval(() => this.requestUpdate(), MINUTE / 2);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
    clearInterval(this.#minutes);
    this.#session?.close();
  }

  protected override willUpdate(): void {
    const session = this.#session;
    const world = session?.state.world;
    if (!session || !world) return;
    this.#scene = sceneOf(world, session.now, session.actions, this.#scene);
    document.documentElement.lang = this.#scene.locale;
    document.title = `${botName(world)} · ${this.#scene.strings.title}`;
  }

  protected override render(): TemplateResult {
    const session = this.#session;
    const scene = this.#scene;
    const world = session?.state.world;
    const channel = world?.channels.find((view) => view.channel.id === session?.state.channelId);
    if (!session || !world || !scene || !channel) return this.#drawWaiting();
    const { strings } = scene;
    const offers = this.#offersFor(world, channel);
    return html`<a class="skip" href="#composer" @click=${this.#skip}>${strings.toComposer}</a>
      <div class="app ${this.sideShut ? 'side-shut' : ''}" data-drawer=${this.drawer ?? nothing}>
        <nav class="sidebar" aria-label=${strings.channels} ?inert=${this.#isAway('channels')} @click=${this.#shutDrawer}>
          <div class="sidebar-title"><b>${world.guilds[0]?.name ?? botName(world)}</b></div>
          <div class="sidebar-scroll">
            ${channels({ scene, current: channel.channel.id, unread: session.state.unread })}
          </div>
        </nav>
        <main class="main">
          ${channelHeader({
            scene,
            world,
            channel,
            unread: session.state.unread.size > 0,
            sideShut: this.sideShut,
            openDrawer: (which) => this.#openDrawer(which),
            toggleSide: () => {
              this.sideShut = !this.sideShut;
            },
            toggleTheme: () => {
              toggleTheme();
              this.requestUpdate();
            },
          })}
          ${drawState(session, world, scene)} ${this.#drawLog(session, world, scene, channel, offers)}
          <play-composer
            id="composer"
            .scene=${scene}
            .channel=${channel}
            .entries=${offers.slash}
            .maySend=${maySend(channel)}
            @invoke=${({
              detail,
            }: CustomEvent<{ readonly invocation: Invocation; readonly label: string }>) =>
              session.invoke(detail.invocation, detail.label)}
            @say=${({ detail }: CustomEvent<{ readonly content: string; readonly replyTo?: string }>) => session.say(detail.content, detail.replyTo)}
          ></play-composer>
          <play-menu
            .scene=${scene}
            .entries=${offers.menu}
            @pick=${({ detail }: CustomEvent<{ readonly entry: MenuEntry; readonly message: APIMessage }>) =>
              session.messageCommand(detail.entry, detail.message)}
            .maySend=${maySend(channel)}
            @reply=${({ detail }: CustomEvent<{ readonly message: APIMessage }>) => this.#composer()?.reply(detail.message)}
          ></play-menu>
          <play-modal
            .scene=${scene}
            .open=${session.state.modal}
            @submit-modal=${({ detail }: CustomEvent<ModalValues>) => session.submitModal(detail.interactionId, detail.values)}
            @cancel-modal=${() => session.closeModal()}
          ></play-modal>
        </main>
        ${this.#drawSide(session, world, scene, channel)}
        <div class="veil" @click=${this.#shutDrawer}></div>
      </div>`;
  }

  #drawWaiting(): TemplateResult {
    const strings = stringsFor(pageLocale(navigator.language));
    const lost = this.#session?.state.link === 'lost';
    return html`<div class="app">
      <div class="sidebar"></div>
      <main class="main"><p class="waiting" role="status">${lost ? strings.lost : strings.connecting}</p></main>
      <div class="side"></div>
    </div>`;
  }

  #drawLog(
    session: AppController,
    world: World,
    scene: Scene,
    channel: ChannelView,
    offers: Offers,
  ): TemplateResult {
    const { id } = channel.channel;
    const { state } = session;
    return html`<play-log
      .scene=${scene}
      .channel=${channel}
      .messages=${world.messages[id] ?? NO_MESSAGES}
      .notices=${state.notices.filter((notice) => notice.channelId === id)}
      .press=${state.press}
      .typing=${state.typing === id}
      .welcome=${channel.channel.type === FORUM ? forum(channel, world, scene) : html`<play-welcome .scene=${scene} .channel=${channel} .entries=${offers.slash}></play-welcome>`}
      @older=${({ detail }: CustomEvent<readonly APIMessage[]>) => session.addOlder(id, detail)}
      @forget=${({ detail }: CustomEvent<number>) => session.forgetNotice(detail)}
    ></play-log>`;
  }

  #drawSide(session: AppController, world: World, scene: Scene, channel: ChannelView): TemplateResult {
    const { strings } = scene;
    return html`<aside class="side" aria-label=${strings.panel} ?inert=${this.#isAway('side')}>
      <div class="side-title">
        <b>${strings.panel}</b>
        <a href="/preview?locale=${scene.discordLocale}">${strings.preview}</a>
        <button type="button" class="icon medium" aria-label=${strings.closePanel} @click=${this.#shutDrawer}>✕</button>
      </div>
      <div class="side-scroll">
        ${controlPanel({
          scene,
          world,
          channel,
          advancing: session.state.advancing,
          clockNotes: session.state.clockNotes,
          // The effects of the new time appear in the chat; the reason for a missing recap appears here.
          advance: (to) =>
            void session.advance(to).then(() => session.state.clockNotes.length > 0 || this.#shutDrawer()),
        })}
      </div>
    </aside>`;
  }

  #offersFor(world: World, channel: ChannelView): Offers {
    const person = world.people.find((one) => one.id === world.me);
    const key = [world.commands, person, channel.channel.id, channel.permissions, channel.botIsHere];
    const known = this.#offers;
    if (known && key.every((part, index) => part === known.key[index])) return known;
    const offers: Offers = {
      key,
      slash: person ? slashEntries(world.commands, { person, channel }) : [],
      menu: person ? menuEntries(world.commands, { person, channel }) : [],
    };
    this.#offers = offers;
    return offers;
  }

  #composer(): PlayComposer | null {
    return this.querySelector<PlayComposer>('play-composer');
  }

  #openDrawer(which: 'channels' | 'side'): void {
    this.drawer = which;
    this.sideShut = false;
    const first =
      which === 'channels' ? '.sidebar button' : '.side [data-section="clock"] summary, .side summary';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(first)?.focus());
  }

  readonly #shutDrawer = (): void => {
    this.drawer = undefined;
  };

  /** Hidden drawers are out of the tab order as well. */
  #isAway(which: 'channels' | 'side'): boolean {
    return matchMedia(NARROW[which]).matches ? this.drawer !== which : which === 'side' && this.sideShut;
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('play-composer textarea, play-composer input')?.focus();
  };

  /** `/` begins a command from anywhere; Escape closes a drawer. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#shutDrawer();
    const target = event.composedPath()[0];
    const writes = target instanceof HTMLElement && target.matches('input, textarea, select');
    if (event.key !== '/' || writes || event.ctrlKey || event.metaKey || this.#session?.state.modal) return;
    event.preventDefault();
    this.#composer()?.slash();
  };
}

interface ModalValues {
  readonly interactionId: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

const NO_MESSAGES: readonly APIMessage[] = [];

function maySend(channel: ChannelView): boolean {
  if (channel.channel.type === FORUM) return false;
  return isDirect(channel) || may(channel.permissions, PERMISSIONS.send);
}

/** A warning line. */
function drawState(
  session: AppController,
  world: World,
  { strings }: Scene,
): TemplateResult | typeof nothing {
  const { gatewayUp, connected } = world.bot;
  if (session.state.link === 'open' && gatewayUp && connected) return nothing;
  const text =
    session.state.link !== 'open' ? strings.lost : gatewayUp ? strings.botAway : strings.botGatewayDown;
  return html`<p class="state" role="status">${text}</p>`;
}

customElements.define('play-app', PlayApp);
