import { fileURLToPath } from 'node:url';
import type { APIMessage } from 'discord-api-types/v10';
import type { FaultHandle } from './faults/faults.ts';
import { limits, RATES } from './faults/limits.ts';
import type { WireRecord } from './faults/wire.ts';
import { gateway } from './gateway/gateway.ts';
import type {
  ChannelOptions,
  GroupOptions,
  GuildOptions,
  PersonOptions,
  PlaygroundOptions,
} from './options.ts';
import { type Panel, panels } from './page/panels.ts';
import { previewRoutes } from './page/preview.ts';
import { listen } from './page/server.ts';
import { pageSocket } from './page/socket.ts';
import { staticRoutes } from './page/static.ts';
import { type Actor, createActor, findChannel, messagesFor } from './people/driver.ts';
import { until } from './people/outcome.ts';
import type { FaultKind } from './protocol/faults.ts';
import type { BotState, CommandView, Person, WithheldFrame } from './protocol/views.ts';
import { restApp } from './rest/app.ts';
import { openEndpoint } from './rest/endpoint.ts';
import type { FocusedTypes } from './rest/interactions.ts';
import { loadSpec } from './rules/schema.ts';
import type { Change } from './world/changes.ts';
import { keepJournal } from './world/journal.ts';
import { personView } from './world/views.ts';
import {
  addChannel,
  addGroup,
  addGuild,
  addPerson,
  createWorld,
  removeChannel,
  setPermissions,
  setTags,
} from './world/world.ts';

export type { FaultHandle } from './faults/faults.ts';
export { type PlaygroundOptions, TOUR_PEOPLE } from './options.ts';
export type { Panel } from './page/panels.ts';
export type { PreviewSource } from './page/preview.ts';
export { controlsOf, textOf } from './people/controls.ts';
export type { Actor, CommandInput, ControlSource, OpenModal } from './people/driver.ts';
export { type BotResponse, NoResponseError } from './people/outcome.ts';
export type { PreviewPage } from './protocol/panels.ts';
export { type Clock, type ManualClock, manualClock, systemClock } from './world/clock.ts';

/** Fault injection. */
export interface FaultControls {
  /**
   * Makes the next `times` requests (default 1, null for all) of a route such as `POST /channels/:id/messages`
   * fail: with a status, held, delayed, dropped, or with a lost response.
   */
  next(route: string, fault: FaultKind, times?: number | null): FaultHandle;
  /** Removes all faults and releases held requests. */
  clear(): void;
  /** Drops the gateway's connections; bots resume. */
  cutGateway(): void;
  /** Asks bots to reconnect (op 7). */
  reconnect(): void;
  /** Ends all sessions (op 9); bots identify anew. */
  invalidateSessions(): void;
  /** Drops the gateway's connections and rejects the resume that follows. */
  forgetSessions(): void;
  /** Rejects gateway connections, or is silent on them, until it is up again. */
  setGateway(state: 'up' | 'down' | 'hangs'): void;
  /** Keeps connections open and withholds a frame to new ones, null: nothing. Heartbeats are answered. */
  withholdFrames(withheld: WithheldFrame | null): void;
  /**
   * Recommends so many shards from now on, as where a bot has grown: sessions with too few are closed (4011).
   * @param maxConcurrency identifies allowed in five seconds; undefined: any number
   */
  recommendShards(shards: number, maxConcurrency?: number): void;
  /** Revokes permissions of the bot, in a channel (id or name) or `{guildId}`; or restores them. */
  deny(where: string | { readonly guildId: string }, permissions: bigint): void;
  allow(where: string | { readonly guildId: string }, permissions: bigint): void;
  /** Gives a forum (id or name) tags; `required`: each post must have one. Gives the ids of the tags. */
  setTags(forum: string, names: readonly string[], required?: boolean): readonly string[];
  /** Deletes a channel with its threads. */
  removeChannel(channel: string): void;
  /** Makes the person reject DMs of the bot. */
  refuseDms(person: string): void;
}

/** A Discord on this machine. */
export interface Playground {
  readonly port: number;
  /** The web page: `http://127.0.0.1:<port>/`. */
  readonly url: string;
  /** For `DISCORD_API_URL`: `http://127.0.0.1:<port>/api`. */
  readonly apiUrl: string;
  /** For `DISCORD_TOKEN`. */
  readonly token: string;
  readonly applicationId: string;
  /** For `DISCORD_PUBLIC_KEY`. */
  readonly publicKey: string;
  /**
   * Sends interactions to this address from now on, and none by the gateway; undefined: by the gateway again. As Discord
   * does, it asks first with a good and a bad signature, and rejects where the endpoint does not tell them apart.
   */
  setEndpoint(url: string | undefined): Promise<void>;
  readonly faults: FaultControls;
  /** A person by id or username, in a channel by id or name (`dm`: with the bot); default: their first one. */
  as(person: string, channel?: string): Actor;
  people(): Person[];
  /** The messages that a person sees in a channel, or the public ones; oldest first. */
  messages(channel: string, person?: string): APIMessage[];
  /** The public messages of a channel, oldest first. */
  history(channel: string): APIMessage[];
  commands(): CommandView[];
  bot(): BotState;
  /** Time of the newest message of all channels; undefined if there is none. */
  newestMessageAt(): number | undefined;
  /** Recent REST requests, oldest first; tokens redacted. */
  requests(): WireRecord[];
  /** Recent requests and gateway frames, oldest first. */
  wire(): readonly WireRecord[];
  addGuild(options: GuildOptions): { readonly id: string; readonly channelIds: readonly string[] };
  addChannel(guildId: string, options: ChannelOptions): string;
  addPerson(options: PersonOptions): Person;
  addGroup(options: GroupOptions): string;
  addPanel(name: string, panel: Panel): void;
  /** Settles with the first defined result of `look`, called now and after every change. */
  until<T>(look: () => T | undefined, what: string): Promise<T>;
  /** Settles once a bot is connected. */
  connected(): Promise<void>;
  /** Calls `listener` with every change; returns a function that unsubscribes. */
  hear(listener: (change: Change) => void): () => void;
  close(): Promise<void>;
}

/** A name under which this machine reaches an address that it listens on. */
const reachable = (host = '127.0.0.1'): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

/** Starts a playground, on loopback unless told otherwise. Rejects if the port is taken. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const world = createWorld(options);
  const spec = await loadSpec();
  const focused: FocusedTypes = new WeakMap();
  const live = gateway(world);
  world.dispatch = live.dispatch;
  const board = panels((panel) => page.panel(panel));
  const page = pageSocket({ world, focused, gateway: live, panels: board });
  const rates = typeof options.limits === 'object' ? { ...RATES, ...options.limits } : RATES;
  const counted = options.limits === false ? undefined : limits(rates);
  const webRoot = options.webRoot ?? fileURLToPath(new URL('./web', import.meta.url));
  const { server, port } = await listen(
    {
      world,
      rest: restApp({ world, spec }, focused, counted),
      pages: staticRoutes(webRoot, import.meta.dirname).route('/', previewRoutes(options.preview)),
      upgrades: new Map([
        ['/gateway', live.upgrade],
        ['/playground/socket', page.upgrade],
      ]),
    },
    { port: options.port ?? 0, host: options.host, password: options.password },
  );
  world.origin = `http://${reachable(options.host)}:${port}`;
  const stopKeeping = options.dataDir === undefined ? () => {} : keepJournal(world, options.dataDir);
  for (const [name, panel] of Object.entries(options.panels ?? {})) board.add(name, panel);
  const stage = { world, focused, patienceMs: options.patienceMs ?? 20_000 };
  const place = (where: string | { readonly guildId: string }) =>
    typeof where === 'string' ? { channelId: findChannel(world, where).id } : where;
  const personId = (who: string) => {
    const person = world.people.get(who) ?? [...world.people.values()].find((one) => one.username === who);
    if (person === undefined) throw new Error(`There is no person called ${who}.`);
    return person;
  };
  return {
    port,
    url: `${world.origin}/`,
    apiUrl: `${world.origin}/api`,
    token: world.token,
    applicationId: world.applicationId,
    publicKey: world.keys.publicKey,
    setEndpoint: async (url) => {
      world.endpoint = url === undefined ? undefined : await openEndpoint({ world, spec }, focused, url);
      world.changes.emit({ kind: 'bot' });
    },
    faults: {
      next: (route, fault, times = 1) => world.faults.add(route, fault, times),
      clear: () => world.faults.clear(),
      cutGateway: () => live.cut(),
      reconnect: () => live.reconnect(),
      invalidateSessions: () => live.invalidate(),
      forgetSessions: () => live.forget(),
      setGateway: (state) => (state === 'hangs' ? live.hang() : live.setUp(state === 'up')),
      withholdFrames: live.withholdFrames,
      recommendShards: (shards, maxConcurrency) => live.recommend({ shards, maxConcurrency }),
      deny: (where, permissions) => setPermissions(world, place(where), permissions, false),
      allow: (where, permissions) => setPermissions(world, place(where), permissions, true),
      setTags: (forum, names, required = false) =>
        setTags(world, findChannel(world, forum).id, names, required).map(({ id }) => id),
      removeChannel: (channel) => removeChannel(world, findChannel(world, channel).id),
      refuseDms: (who) => {
        personId(who).acceptsDms = false;
      },
    },
    as: (person, channel) => createActor(stage, person, channel),
    people: () => [...world.people.values()].map(personView),
    messages: (channel, who) =>
      messagesFor(findChannel(world, channel), who === undefined ? undefined : personId(who).id),
    history: (channel) => messagesFor(findChannel(world, channel)),
    commands: () =>
      [...world.commands.values()].map(({ guildId, command }) => ({
        command,
        ...(guildId === undefined ? {} : { guildId }),
      })),
    bot: () => live.state(),
    newestMessageAt: () => {
      const times = [...world.channels.values()].flatMap(({ messages }) => {
        const newest = messages.at(-1);
        return newest === undefined ? [] : [Date.parse(newest.message.timestamp)];
      });
      return times.length === 0 ? undefined : Math.max(...times);
    },
    requests: () => world.wire.records().filter((record) => record.kind === 'rest'),
    wire: () => world.wire.records(),
    addGuild(guild) {
      const owner = guild.owner === undefined ? undefined : personId(guild.owner).id;
      const { id } = addGuild(world, guild, owner);
      const own = [...world.channels.values()].filter((channel) => channel.guildId === id);
      return { id, channelIds: own.map((channel) => channel.id) };
    },
    addChannel: (guildId, channel) => addChannel(world, guildId, channel).id,
    addPerson: (person) => personView(addPerson(world, person)),
    addGroup: (group) => addGroup(world, group).id,
    addPanel: (name, panel) => board.add(name, panel),
    until: (look, what) => until(stage, () => look(), what),
    connected: async () => {
      await until(stage, () => (live.state().connected ? true : undefined), 'a bot to connect');
    },
    hear: (listener) => world.changes.subscribe(listener),
    async close() {
      stopKeeping();
      world.faults.clear();
      board.close();
      page.close();
      live.close();
      for (const interaction of world.interactions.values()) interaction.stopWaiting();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
