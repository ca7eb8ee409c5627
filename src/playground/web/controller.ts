import type { APIMessage } from 'discord-api-types/v10';
import type { ServerEvent } from '../protocol/events.ts';
import type { Invocation, Outcome, PageAction } from '../protocol/requests.ts';
import type { Json, PanelView } from '../protocol/views.ts';
import type { MenuEntry } from './commandInput/entries.ts';
import type { Notice, Press } from './components/log.ts';
import type { OpenModal } from './components/modal.ts';
import { clockOf } from './components/panel/clock.ts';
import { may, PERMISSIONS } from './discord.ts';
import { type Actions, guildIdOf, isDirect, isThread } from './scene.ts';
import { type Connection, openConnection, type ResultOf } from './socket.ts';
import { prepend, reduce, type World } from './world.ts';

const TYPING_MS = 8000;
/** The person of this tab is stored per tab, across reloads and restarts of the playground. */
const ME = 'playground-me';

/** The state of the page; only {@link AppController} changes it. */
export interface AppState {
  readonly world: World | undefined;
  readonly link: 'connecting' | 'open' | 'lost';
  readonly channelId: string | undefined;
  /** Channels with unread messages. */
  readonly unread: ReadonlySet<string>;
  readonly notices: readonly Notice[];
  readonly press: Press | undefined;
  readonly modal: OpenModal | undefined;
  /** The channel in which the bot is typing. */
  readonly typing: string | undefined;
  /** True while the clock advances. */
  readonly advancing: boolean;
  /** Why the clock, when it last ran forward, did not bring what one might expect; a sentence each. */
  readonly clockNotes: readonly string[];
}

/** Actions that only the page's elements implement. */
type ViewActions = Pick<Actions, 'draft' | 'openMenu'>;

/** The client of the server: applies events, sends requests, and notifies of changes. */
export class AppController {
  state: AppState = {
    world: undefined,
    link: 'connecting',
    channelId: undefined,
    unread: new Set(),
    notices: [],
    press: undefined,
    modal: undefined,
    typing: undefined,
    advancing: false,
    clockNotes: [],
  };
  readonly actions: Actions;
  readonly #changed: () => void;
  readonly #line: Connection;
  /** The playground's clock minus the browser's. */
  #ahead = 0;
  #lastNotice = 0;
  /** True from the opening of a connection until its first snapshot. */
  #fresh = false;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string, view: ViewActions, changed: () => void) {
    this.#changed = changed;
    this.actions = {
      ...view,
      request: (action) => this.#request(action),
      go: (channelId) => this.#go(channelId),
      press: (message, customId) =>
        this.#interact(message, customId, { do: 'press', ...place(message), customId }),
      choose: (message, customId, values) =>
        this.#interact(message, customId, { do: 'choose', ...place(message), customId, values }),
      dismiss: (message) => void this.#request({ do: 'dismiss', ...place(message) }).catch(ignore),
    };
    this.#line = openConnection(url, {
      onEvent: (event) => this.#receive(event),
      onState: (link) => {
        this.#fresh = true;
        this.#set({ link });
      },
    });
  }

  readonly now = (): number => Date.now() + this.#ahead;

  close(): void {
    this.#line.close();
  }

  invoke(invocation: Invocation, label: string): void {
    const { channelId } = this.state;
    if (channelId !== undefined)
      void this.#command(channelId, label, { do: 'invoke', channelId, ...invocation });
  }

  say(content: string, replyTo?: string): void {
    const { channelId } = this.state;
    if (channelId !== undefined) void this.#request({ do: 'say', channelId, content, replyTo }).catch(ignore);
  }

  /** Uses a message command. */
  messageCommand({ commandId, label }: MenuEntry, message: APIMessage): void {
    void this.#command(message.channel_id, label, { do: 'message-command', commandId, ...place(message) });
  }

  submitModal(interactionId: string, values: Readonly<Record<string, string | readonly string[]>>): void {
    const { channelId, modal } = this.state;
    this.closeModal();
    if (channelId === undefined) return;
    void this.#command(channelId, modal?.modal.title ?? '', { do: 'submit', interactionId, values });
  }

  closeModal(): void {
    this.#set({ modal: undefined });
  }

  /** Advances the playground's clock. */
  async advance(to: 'recap' | 'day'): Promise<void> {
    this.#set({ advancing: true, clockNotes: [] });
    const me = this.state.world?.people.find((person) => person.id === this.state.world?.me);
    const input = { to, locale: me?.locale ?? navigator.language };
    const result = await this.#request({ do: 'panel', panel: 'clock', action: 'advance', input }).catch(
      (error: unknown) => ({ notes: [error instanceof Error ? error.message : String(error)] }),
    );
    this.#set({ advancing: false, clockNotes: notesOf(result) });
  }

  addOlder(channelId: string, messages: readonly APIMessage[]): void {
    if (this.state.world) this.#set({ world: prepend(this.state.world, channelId, messages) });
  }

  forgetNotice(id: number): void {
    this.#set({ notices: this.state.notices.filter((notice) => notice.id !== id) });
  }

  #set(part: Partial<AppState>): void {
    this.state = { ...this.state, ...part };
    this.#changed();
  }

  #request<A extends PageAction>(action: A): Promise<ResultOf<A>> {
    return this.#line.request(action);
  }

  #go(channelId: string): void {
    this.#set({ channelId, unread: new Set([...this.state.unread].filter((id) => id !== channelId)) });
  }

  #receive(event: ServerEvent): void {
    const before = this.state.world;
    const world = reduce(before, event);
    if (event.event === 'snapshot') this.#ahead = event.now - Date.now();
    // A panel's state is as old as its last event: only the clock's own tells the time.
    if (event.event === 'panel' && event.panel.name === 'clock') this.#setClock(event.panel);
    if (event.event === 'message') this.#arrived(event.message, before);
    if (event.event === 'typing') this.#showTyping(event.channelId);
    const there = world?.channels.some((view) => view.channel.id === this.state.channelId) ?? false;
    this.#set(there || !world ? { world } : { world, channelId: firstChannel(world) });
    if (event.event === 'snapshot') this.#stayMyself(event.me, before === undefined || this.#fresh);
  }

  /** A new connection starts as a person who reads the browser's language: the page switches to its own person. */
  #stayMyself(me: string, isNew: boolean): void {
    const wanted = sessionStorage.getItem(ME);
    const known = this.state.world?.people.some((person) => person.id === wanted) ?? false;
    this.#fresh = false;
    if (isNew && wanted !== null && wanted !== me && known) {
      void this.#request({ do: 'be', personId: wanted }).catch(ignore);
    } else {
      sessionStorage.setItem(ME, me);
    }
  }

  #setClock({ state }: PanelView): void {
    const clock = clockOf(state);
    if (clock) this.#ahead = clock.now - Date.now();
  }

  #arrived(message: APIMessage, before: World | undefined): void {
    const channelId = message.channel_id;
    const known = before?.messages[channelId]?.some((one) => one.id === message.id) ?? false;
    if (!known && channelId !== this.state.channelId)
      this.#set({ unread: new Set([...this.state.unread, channelId]) });
    if (message.author.bot) this.#set({ typing: undefined });
  }

  #showTyping(channelId: string): void {
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => this.#set({ typing: undefined }), TYPING_MS);
    this.#set({ typing: channelId });
  }

  /** Uses a control of a message, and shows it as waiting or failed. */
  async #interact(
    message: APIMessage,
    customId: string,
    action: Extract<PageAction, { readonly do: 'press' | 'choose' }>,
  ): Promise<void> {
    const press: Press = { messageId: message.id, customId, state: 'waiting' };
    this.#set({ press });
    const outcome = await this.#request(action).catch(unanswered);
    this.#openModal(outcome);
    if (this.state.press !== press) return;
    this.#set({ press: outcome.kind === 'failed' ? { ...press, state: 'failed' } : undefined });
  }

  /** Sends a command, and shows it as sending or failed. */
  async #command(
    channelId: string,
    command: string,
    action: Extract<PageAction, { readonly do: 'invoke' | 'message-command' | 'submit' }>,
  ): Promise<void> {
    this.#lastNotice += 1;
    const id = this.#lastNotice;
    this.#set({ notices: [...this.state.notices, { id, channelId, command, state: 'sending' }] });
    const outcome = await this.#request(action).catch(unanswered);
    this.#openModal(outcome);
    this.#set({
      notices: this.state.notices.flatMap((notice) => {
        if (notice.id !== id) return [notice];
        return outcome.kind === 'failed' ? [{ ...notice, state: outcome.reason }] : [];
      }),
    });
  }

  #openModal(outcome: Outcome): void {
    if (outcome.kind !== 'modal') return;
    this.#set({ modal: { interactionId: outcome.interactionId, modal: outcome.modal } });
  }
}

function place(message: APIMessage): { readonly channelId: string; readonly messageId: string } {
  return { channelId: message.channel_id, messageId: message.id };
}

function notesOf(result: Json): readonly string[] {
  const notes = typeof result === 'object' && result !== null && 'notes' in result ? result['notes'] : [];
  return Array.isArray(notes) ? notes.filter((note) => typeof note === 'string') : [];
}

function unanswered(): Outcome {
  return { kind: 'failed', reason: 'no-answer' };
}

/** The server logs refused requests, and a lost connection is shown already. */
function ignore(): void {}

/** The initial channel: the first writable one of a server, else the first of all. */
function firstChannel(world: World): string | undefined {
  const open = world.channels.filter(
    (view) => !isThread(view) && (isDirect(view) || may(view.permissions, PERMISSIONS.view)),
  );
  const text = open.find((view) => guildIdOf(view) !== undefined && view.channel.type === 0);
  return (text ?? open.find((view) => view.botIsHere) ?? open[0])?.channel.id;
}
