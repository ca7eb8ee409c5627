import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Gateway } from '../gateway/gateway.ts';
import type { ServerEvent, ServerMessage } from '../protocol/events.ts';
import type { WireEntry } from '../protocol/faults.ts';
import type { PageRequest } from '../protocol/requests.ts';
import type { PanelView } from '../protocol/views.ts';
import type { Change } from '../world/changes.ts';
import type { PersonState } from '../world/entities.ts';
import type { World } from '../world/state.ts';
import { canRead, channelView, guildView, personView } from '../world/views.ts';
import { answer, type PageDeps } from './requests.ts';
import { snapshot } from './view.ts';

/** The WebSocket of web pages. */
export interface PageSocket {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends a panel's new state. */
  panel(view: PanelView): void;
  close(): void;
}

/** Wire lines arrive in bursts: they are sent in batches at this interval. */
const WIRE_EVERY_MS = 50;

interface Page {
  readonly socket: WebSocket;
  person: PersonState;
}

export function pageSocket(deps: Omit<PageDeps, 'be' | 'person'>): PageSocket {
  const { world } = deps;
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  const pages = new Set<Page>();
  let heap: WireEntry[] = [];
  let timer: NodeJS.Timeout | undefined;

  /** The page may be open under another name than the bot's: what is here is named without one. */
  const send = (page: Page, message: ServerMessage) =>
    page.socket.send(JSON.stringify(message).replaceAll(`"${world.origin}/attachments/`, '"/attachments/'));
  const sendAll = (event: ServerEvent) => {
    for (const page of pages) send(page, event);
  };
  const snap = (page: Page) => send(page, snapshot(world, page.person, deps.gateway, deps.panels));

  const stop = world.changes.subscribe((change) => {
    if (pages.size === 0) return;
    if (change.kind === 'wire') {
      heap.push(change.entry);
      timer ??= setTimeout(() => {
        timer = undefined;
        sendAll({ event: 'wire', entries: heap.toReversed() });
        heap = [];
      }, WIRE_EVERY_MS).unref();
      return;
    }
    for (const page of pages)
      for (const event of eventsFor(world, page.person, change, deps.gateway)) send(page, event);
  });

  /** A person who reads the browser's language, else the first person. */
  const personFor = (locale: string): PersonState | undefined => {
    const people = [...world.people.values()];
    const languageOf = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];
    return people.find((person) => languageOf(person.locale) === languageOf(locale)) ?? people[0];
  };

  function open(socket: WebSocket, locale: string): void {
    const first = personFor(locale);
    if (first === undefined) {
      socket.close(1011, 'There is no person to act as.');
      return;
    }
    const page: Page = { socket, person: first };
    pages.add(page);
    socket.on('close', () => pages.delete(page));
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw) => {
      const request = parse(raw.toString());
      if (request === undefined) {
        socket.close(1003, 'Not a request.');
        return;
      }
      const be = (person: PersonState) => {
        page.person = person;
      };
      void answer({ ...deps, person: page.person, be }, request).then((reply) => {
        if (socket.readyState !== socket.OPEN) return;
        send(page, reply);
        if (request.do === 'be' && reply.ok) snap(page);
      });
    });
    snap(page);
  }

  return {
    upgrade(request, socket, head) {
      const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const locale = searchParams.get('locale') ?? '';
      server.handleUpgrade(request, socket, head, (opened) => open(opened, locale));
    },
    panel: (view) => sendAll({ event: 'panel', panel: view }),
    close() {
      stop();
      clearTimeout(timer);
      for (const page of pages) page.socket.terminate();
      server.close();
    },
  };
}

function parse(text: string): PageRequest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isRequest = typeof value === 'object' && value !== null && 'id' in value && 'do' in value;
    return isRequest ? (value as PageRequest) : undefined;
  } catch {
    return undefined;
  }
}

/** The event for one person's page about a change. */
function eventsFor(world: World, person: PersonState, change: Change, gateway: Gateway): ServerEvent[] {
  switch (change.kind) {
    case 'message':
    case 'message-gone': {
      const { onlyFor, message } = change.stored;
      if (onlyFor !== undefined && onlyFor !== person.id) return [];
      const channel = world.channels.get(message.channel_id);
      if (channel === undefined || !canRead(world, person, channel)) return [];
      return change.kind === 'message'
        ? [{ event: 'message', message }]
        : [{ event: 'message-gone', channelId: change.channelId, messageId: change.messageId }];
    }
    case 'channel': {
      const view = channelView(world, person, change.channel);
      return view === undefined ? [] : [{ event: 'channel', channel: view }];
    }
    case 'channel-gone':
      return [{ event: 'channel-gone', channelId: change.channelId }];
    case 'guild': {
      const guild = world.guilds.get(change.guildId);
      if (guild === undefined || !person.guildIds.includes(guild.id)) return [];
      const channels = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
      return [
        { event: 'guild', guild: guildView(guild) },
        ...channels.flatMap((channel): ServerEvent[] => {
          const view = channelView(world, person, channel);
          return view === undefined ? [] : [{ event: 'channel', channel: view }];
        }),
      ];
    }
    case 'people':
      return [{ event: 'people', people: [...world.people.values()].map(personView) }];
    case 'commands': {
      const commands = [...world.commands.values()].map(({ guildId, command }) => ({
        command,
        ...(guildId === undefined ? {} : { guildId }),
      }));
      return [{ event: 'commands', commands }];
    }
    case 'typing':
      return [{ event: 'typing', channelId: change.channelId, userId: change.userId }];
    case 'bot':
      return [{ event: 'bot', bot: gateway.state() }];
    case 'faults':
      return [{ event: 'faults', faults: world.faults.list() }];
    default:
      return [];
  }
}
