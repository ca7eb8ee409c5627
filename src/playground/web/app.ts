import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ChannelView, Invocation, Outcome, PageAction, ServerEvent } from '../protocol.ts';
import { type Entry, type MenuEntry, menuEntries, slashEntries } from './commands.ts';
import { channelIcon, channels } from './components/channels.ts';
import type { PlayComposer } from './components/composer.ts';
import { LightElement } from './components/light.ts';
import type { Notice, Press } from './components/log.ts';
import type { PlayMenu } from './components/menu.ts';
import type { OpenModal } from './components/modal.ts';
import { clockOf } from './components/panel/clock.ts';
import { side } from './components/side.ts';
import { may, PERMISSIONS } from './discord.ts';
import {
  type Actions,
  botName,
  channelName,
  guildIdOf,
  isDirect,
  isThread,
  type Scene,
  sceneOf,
} from './scene.ts';
import { type Line, openLine } from './socket.ts';
import { pageLocale, stringsFor } from './strings.ts';
import { isLight, toggleTheme } from './theme.ts';
import { formatTimestamp } from './time.ts';
import { prepend, reduce, type World } from './world.ts';
import './components/composer.ts';
import './components/log.ts';
import './components/menu.ts';
import './components/modal.ts';
import './components/welcome.ts';

const TYPING_MS = 8000;

/** The whole page: it holds what is known and what is looked at, and hands parts of it to the components. */
export class PlayApp extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    world: { state: true },
    link: { state: true },
    channelId: { state: true },
    unread: { state: true },
    notices: { state: true },
    press: { state: true },
    modal: { state: true },
    drawer: { state: true },
    sideShut: { state: true },
    typing: { state: true },
    advancing: { state: true },
  };

  declare world: World | undefined;
  declare link: 'connecting' | 'open' | 'lost';
  declare channelId: string | undefined;
  declare unread: ReadonlySet<string>;
  declare notices: readonly Notice[];
  declare press: Press | undefined;
  declare modal: OpenModal | undefined;
  /** Which drawer is open where the window is narrow. */
  declare drawer: 'channels' | 'side' | undefined;
  /** The control panel is put away where the window is wide. */
  declare sideShut: boolean;
  declare typing: string | undefined;
  declare advancing: boolean;

  #line: Line | undefined;
  #scene: Scene | undefined;
  #entries:
    | {
        readonly key: readonly unknown[];
        readonly slash: readonly Entry[];
        readonly menu: readonly MenuEntry[];
      }
    | undefined;
  /** The playground's clock less the browser's. */
  #ahead = 0;
  #lastNotice = 0;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;

  readonly #now = (): number => Date.now() + this.#ahead;

  constructor() {
    super();
    this.link = 'connecting';
    this.unread = new Set();
    this.notices = [];
    this.sideShut = false;
    this.advancing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What stands here until the first draw is the page's own still picture.
    this.replaceChildren();
    const url = new URL('/playground/socket', location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    this.#line = openLine(url.href, {
      onEvent: (event) => this.#receive(event),
      onState: (state) => {
        this.link = state;
      },
    });
    document.addEventListener('keydown', this.#key);
    setInterval(() => this.requestUpdate(), 30_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
    this.#line?.close();
  }

  // --- What comes in

  #receive(event: ServerEvent): void {
    const before = this.world;
    this.world = reduce(before, event);
    if (event.event === 'snapshot') this.#ahead = event.now - Date.now();
    if (event.event === 'panel' && event.panel.name === 'clock') this.#setClock();
    if (event.event === 'snapshot') this.#setClock();
    if (event.event === 'message') this.#arrived(event.message, before);
    if (event.event === 'typing' && event.channelId === this.channelId) this.#showTyping(event.channelId);
    if (this.world && !this.world.channels.some((view) => view.channel.id === this.channelId)) {
      this.channelId = firstChannel(this.world);
    }
  }

  #setClock(): void {
    const clock = clockOf(this.world?.panels.find((panel) => panel.name === 'clock')?.state);
    if (clock) this.#ahead = clock.now - Date.now();
  }

  #arrived(message: APIMessage, before: World | undefined): void {
    const known = before?.messages[message.channel_id]?.some((one) => one.id === message.id) ?? false;
    if (!known && message.channel_id !== this.channelId)
      this.unread = new Set([...this.unread, message.channel_id]);
    if (message.author.id === this.world?.application.user.id) this.typing = undefined;
  }

  #showTyping(channelId: string): void {
    this.typing = channelId;
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => {
      this.typing = undefined;
    }, TYPING_MS);
  }

  // --- What goes out

  readonly #actions: Actions = {
    request: <A extends PageAction>(action: A) => {
      if (!this.#line) return Promise.reject(new Error('Not connected'));
      return this.#line.request(action);
    },
    go: (channelId) => {
      this.channelId = channelId;
      this.unread = new Set([...this.unread].filter((id) => id !== channelId));
      this.drawer = undefined;
    },
    draft: (name, values) => this.querySelector<PlayComposer>('play-composer')?.start(name, values),
    press: (message, customId) =>
      this.#interact(message, customId, () =>
        this.#actions.request({
          do: 'press',
          channelId: message.channel_id,
          messageId: message.id,
          customId,
        }),
      ),
    choose: (message, customId, values) =>
      this.#interact(message, customId, () =>
        this.#actions.request({
          do: 'choose',
          channelId: message.channel_id,
          messageId: message.id,
          customId,
          values,
        }),
      ),
    dismiss: (message) =>
      void this.#actions.request({ do: 'dismiss', channelId: message.channel_id, messageId: message.id }),
    openMenu: (message, at, from) => void this.querySelector<PlayMenu>('play-menu')?.show(message, at, from),
  };

  async #interact(message: APIMessage, customId: string, request: () => Promise<Outcome>): Promise<void> {
    this.press = { messageId: message.id, customId, state: 'waiting' };
    const outcome = await request().catch((): Outcome => ({ kind: 'failed', reason: 'no-answer' }));
    if (this.press?.messageId !== message.id || this.press.customId !== customId) return;
    this.press = outcome.kind === 'failed' ? { ...this.press, state: 'failed' } : undefined;
    this.#openModal(outcome);
  }

  #openModal(outcome: Outcome): void {
    if (outcome.kind === 'modal') this.modal = { interactionId: outcome.interactionId, modal: outcome.modal };
  }

  /** Sends a command and shows it on its way, and where nobody answers. */
  async #command(channelId: string, label: string, request: () => Promise<Outcome>): Promise<void> {
    this.#lastNotice += 1;
    const id = this.#lastNotice;
    this.notices = [...this.notices, { id, channelId, command: label, state: 'sending' }];
    const outcome = await request().catch((): Outcome => ({ kind: 'failed', reason: 'no-answer' }));
    this.#openModal(outcome);
    this.notices = this.notices.flatMap((notice) => {
      if (notice.id !== id) return [notice];
      return outcome.kind === 'failed' ? [{ ...notice, state: outcome.reason }] : [];
    });
  }

  readonly #invoke = (
    event: CustomEvent<{ readonly invocation: Invocation; readonly label: string }>,
  ): void => {
    const channelId = this.channelId;
    if (channelId === undefined) return;
    const { invocation, label } = event.detail;
    void this.#command(channelId, label, () =>
      this.#actions.request({ do: 'invoke', channelId, ...invocation }),
    );
  };

  readonly #say = (event: CustomEvent<{ readonly content: string }>): void => {
    if (this.channelId !== undefined) {
      void this.#actions.request({ do: 'say', channelId: this.channelId, content: event.detail.content });
    }
  };

  readonly #messageCommand = (
    event: CustomEvent<{ readonly entry: MenuEntry; readonly message: APIMessage }>,
  ): void => {
    const { entry, message } = event.detail;
    void this.#command(message.channel_id, entry.label, () =>
      this.#actions.request({
        do: 'message-command',
        channelId: message.channel_id,
        commandId: entry.commandId,
        messageId: message.id,
      }),
    );
  };

  readonly #submitModal = (event: CustomEvent<Extract<PageAction, { readonly do: 'submit' }>>): void => {
    const { interactionId, values } = event.detail;
    const title = this.modal?.modal.title ?? '';
    this.modal = undefined;
    if (this.channelId === undefined) return;
    void this.#command(this.channelId, title, () =>
      this.#actions.request({ do: 'submit', interactionId, values }),
    );
  };

  readonly #advance = async (to: 'recap' | 'day'): Promise<void> => {
    this.advancing = true;
    await this.#actions
      .request({ do: 'panel', panel: 'clock', action: 'advance', input: { to } })
      .catch(() => null);
    this.advancing = false;
  };

  readonly #key = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    const writes =
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement;
    if (event.key === 'Escape' && this.drawer) this.drawer = undefined;
    if (event.key !== '/' || writes || event.ctrlKey || event.metaKey || this.modal) return;
    event.preventDefault();
    this.querySelector<PlayComposer>('play-composer')?.slash();
  };

  // --- What is drawn

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.world) return;
    this.#scene = sceneOf(this.world, this.#now, this.#actions, this.#scene);
    if (changed.has('world')) {
      document.documentElement.lang = this.#scene.locale;
      document.title = `${botName(this.world)} · ${this.#scene.strings.title}`;
    }
  }

  protected override render(): TemplateResult {
    const { world } = this;
    const scene = this.#scene;
    const channel = world?.channels.find((view) => view.channel.id === this.channelId);
    if (!world || !scene || !channel) return this.#drawWaiting();
    const { strings } = scene;
    const commands = this.#commandsFor(world, channel);
    const maySend = may(channel.permissions, PERMISSIONS.send) || isDirect(channel);
    return html`<a class="skip" href="#composer" @click=${this.#skip}>${strings.toComposer}</a>
      <div class="app ${this.sideShut ? 'side-shut' : ''}" data-drawer=${this.drawer ?? nothing}>
        <nav class="sidebar" aria-label=${strings.channels} ?inert=${this.#hiddenDrawer('channels')}>
          <div class="sidebar-title"><b>${world.guilds[0]?.name ?? botName(world)}</b></div>
          <div class="sidebar-scroll">${channels({ scene, current: this.channelId, unread: this.unread })}</div>
        </nav>
        <main class="main">
          ${this.#drawBar(world, scene, channel)}
          ${this.#drawState(world, scene)}
          <play-log
            .scene=${scene}
            .channel=${channel}
            .messages=${world.messages[channel.channel.id] ?? NO_MESSAGES}
            .notices=${this.notices.filter((notice) => notice.channelId === channel.channel.id)}
            .press=${this.press}
            .typing=${this.typing === channel.channel.id}
            .welcome=${html`<play-welcome .scene=${scene} .channel=${channel} .entries=${commands.slash}></play-welcome>`}
            @older=${(event: CustomEvent<readonly APIMessage[]>) => {
              if (this.world) this.world = prepend(this.world, channel.channel.id, event.detail);
            }}
            @forget=${(event: CustomEvent<number>) => {
              this.notices = this.notices.filter((notice) => notice.id !== event.detail);
            }}
          ></play-log>
          <play-composer
            id="composer"
            .scene=${scene}
            .channel=${channel}
            .entries=${commands.slash}
            .maySend=${maySend}
            @invoke=${this.#invoke}
            @say=${this.#say}
          ></play-composer>
        </main>
        <aside class="side" aria-label=${strings.panel} ?inert=${this.#hiddenDrawer('side')}>
          <div class="side-title">
            <b>${strings.panel}</b>
            <a href="/preview?locale=${scene.discordLocale}">${strings.preview}</a>
            <button type="button" class="icon narrow" aria-label=${strings.closePanel} @click=${() => this.#shutDrawer()}>✕</button>
          </div>
          <div class="side-scroll">
            ${side({ scene, world, channel, advancing: this.advancing, advance: (to) => void this.#advance(to) })}
          </div>
        </aside>
        <div class="veil" @click=${() => this.#shutDrawer()}></div>
      </div>
      <play-menu .scene=${scene} .entries=${commands.menu} @pick=${this.#messageCommand}></play-menu>
      <play-modal
        .scene=${scene}
        .open=${this.modal}
        @submit-modal=${this.#submitModal}
        @cancel-modal=${() => {
          this.modal = undefined;
        }}
      ></play-modal>`;
  }

  #drawWaiting(): TemplateResult {
    const strings = stringsFor(pageLocale(navigator.language));
    return html`<div class="app"><div class="sidebar"></div>
      <main class="main"><p class="waiting" role="status">${this.link === 'lost' ? strings.lost : strings.connecting}</p></main>
      <div class="side"></div></div>`;
  }

  #drawBar(world: World, scene: Scene, channel: ChannelView): TemplateResult {
    const { strings } = scene;
    const topic = 'topic' in channel.channel ? channel.channel.topic : undefined;
    const clock = clockOf(world.panels.find((panel) => panel.name === 'clock')?.state);
    const light = isLight();
    return html`<header class="bar">
      <button type="button" class="icon narrow" aria-label=${strings.openChannels} @click=${() => this.#openDrawer('channels')}>
        ☰${this.unread.size > 0 ? html`<span class="dot"></span>` : nothing}
      </button>
      <h1>${channelIcon(channel, scene)}<span>${channelName(channel, scene.me)}</span></h1>
      ${topic ? html`<p class="topic">${topic}</p>` : html`<span class="topic"></span>`}
      ${
        clock
          ? html`<button type="button" class="time-chip" aria-label="${strings.time}: ${formatTimestamp(this.#now() / 1000, 'f', scene.discordLocale, this.#now(), clock.timeZone)}" @click=${() => this.#openDrawer('side')}>
              ${new Intl.DateTimeFormat(scene.discordLocale, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: clock.timeZone }).format(this.#now())}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="icon"
        aria-label=${light ? strings.darkTheme : strings.lightTheme}
        @click=${() => {
          toggleTheme();
          this.requestUpdate();
        }}
      >${light ? '☾' : '☀'}</button>
      <button
        type="button"
        class="icon"
        aria-label=${this.sideShut ? strings.openPanel : strings.closePanel}
        aria-expanded=${this.sideShut ? 'false' : 'true'}
        data-wide
        @click=${() => {
          this.sideShut = !this.sideShut;
        }}
      >▥</button>
      <button type="button" class="icon narrow" aria-label=${strings.openPanel} @click=${() => this.#openDrawer('side')}>▥</button>
    </header>`;
  }

  #drawState(world: World, scene: Scene): TemplateResult | typeof nothing {
    const { strings } = scene;
    if (this.link !== 'open') return html`<p class="state" role="status">${strings.lost}</p>`;
    if (!world.bot.gatewayUp) return html`<p class="state" role="status">${strings.botGatewayDown}</p>`;
    if (!world.bot.connected) return html`<p class="state" role="status">${strings.botAway}</p>`;
    return nothing;
  }

  #commandsFor(
    world: World,
    channel: ChannelView,
  ): { readonly slash: readonly Entry[]; readonly menu: readonly MenuEntry[] } {
    const person = world.people.find((one) => one.id === world.me);
    const key = [world.commands, person, channel.channel.id, channel.permissions, channel.botIsHere];
    if (this.#entries && key.every((part, index) => part === this.#entries?.key[index])) return this.#entries;
    const at = person ? { person, channel } : undefined;
    this.#entries = {
      key,
      slash: at ? slashEntries(world.commands, at) : [],
      menu: at ? menuEntries(world.commands, at) : [],
    };
    return this.#entries;
  }

  // --- Drawers, where the window is narrow

  #openDrawer(which: 'channels' | 'side'): void {
    this.drawer = which;
    this.sideShut = false;
    const selector = which === 'channels' ? '.sidebar button' : '.side .icon';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(selector)?.focus());
  }

  #shutDrawer(): void {
    this.drawer = undefined;
  }

  /** What is out of sight is out of reach of the keyboard as well. */
  #hiddenDrawer(which: 'channels' | 'side'): boolean {
    const narrow = matchMedia(which === 'channels' ? '(max-width: 760px)' : '(max-width: 1100px)').matches;
    return narrow ? this.drawer !== which : which === 'side' && this.sideShut;
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('play-composer textarea, play-composer input')?.focus();
  };
}

const NO_MESSAGES: readonly APIMessage[] = [];

/** The channel to begin with: the first of a server that one can write in, else the first of all. */
function firstChannel(world: World): string | undefined {
  const open = world.channels.filter(
    (view) => !isThread(view) && (isDirect(view) || may(view.permissions, PERMISSIONS.view)),
  );
  const first =
    open.find((view) => guildIdOf(view) !== undefined && view.channel.type === 0) ??
    open.find((view) => view.botIsHere) ??
    open[0];
  return first?.channel.id;
}

customElements.define('play-app', PlayApp);
