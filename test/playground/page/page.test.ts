import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Client, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Playground, startPlayground } from '#playground/index.ts';
import type { ServerEvent, ServerMessage, Snapshot } from '#playground/protocol/events.ts';
import type { PageAction, Reply } from '#playground/protocol/requests.ts';
import { connect } from '../bot.ts';

const CHANNEL = '1100000000000001001';

/** A web page as far as the server sees it. */
class Page {
  readonly socket: WebSocket;
  readonly events: ServerEvent[] = [];
  readonly #replies = new Map<number, (reply: Reply) => void>();
  #count = 0;
  #wake: () => void = () => {};

  constructor(playground: Playground) {
    this.socket = new WebSocket(`ws://127.0.0.1:${playground.port}/playground/socket`, {
      headers: { origin: `http://127.0.0.1:${playground.port}` },
    });
    this.socket.on('message', (raw) => {
      const message = JSON.parse(raw.toString()) as ServerMessage;
      if ('reply' in message) this.#replies.get(message.reply)?.(message);
      else this.events.push(message);
      this.#wake();
    });
  }

  ask(action: PageAction): Promise<Reply> {
    this.#count += 1;
    const id = this.#count;
    this.socket.send(JSON.stringify({ id, ...action }));
    return new Promise((resolve) => this.#replies.set(id, resolve));
  }

  async result<T>(action: PageAction): Promise<T> {
    const reply = await this.ask(action);
    expect.assert(reply.ok, reply.ok ? '' : reply.error);
    return reply.result as T;
  }

  /** The next event of a kind that fits, among those that came or come. */
  async event<K extends ServerEvent['event']>(
    kind: K,
    fits: (event: Extract<ServerEvent, { event: K }>) => boolean = () => true,
  ): Promise<Extract<ServerEvent, { event: K }>> {
    for (;;) {
      const at = this.events.findIndex((event) => event.event === kind && fits(event as never));
      if (at !== -1) return this.events.splice(at, 1)[0] as Extract<ServerEvent, { event: K }>;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

/** A GET with headers that fetch would not let through. */
function get(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the page', () => {
  let playground: Playground;
  let client: Client<true>;
  let page: Page;
  let first: Snapshot;
  let webRoot: string;

  beforeAll(async () => {
    webRoot = await mkdtemp(path.join(tmpdir(), 'playground-'));
    await writeFile(path.join(webRoot, 'index.html'), '<!doctype html><!-- import map --><p>here</p>');
    await writeFile(path.join(webRoot, 'main.ts'), 'export const five: number = 5;\n');
    let day = 0;
    let changed = () => {};
    playground = await startPlayground({
      webRoot,
      panels: {
        clock: {
          state: () => ({ day }),
          actions: {
            advance: (days) => {
              day += Number(days);
              changed();
              return day;
            },
          },
          subscribe: (listener) => {
            changed = listener;
            return () => {};
          },
        },
      },
    });
    client = await connect(playground);
    client.on('interactionCreate', (interaction) => {
      if (interaction.isAutocomplete()) void interaction.respond([{ name: '다섯', value: '5' }]);
      else if (interaction.isChatInputCommand()) {
        void interaction.reply({ content: '비밀', flags: MessageFlags.Ephemeral });
      }
    });
    await client.application.commands.set([
      {
        name: 'session',
        description: 'A session',
        options: [{ name: 'name', description: 'Which', type: 3, autocomplete: true }],
      },
    ]);
    page = new Page(playground);
    first = await page.event('snapshot');
  });
  afterAll(async () => {
    page.socket.terminate();
    await client.destroy();
    await playground.close();
    await rm(webRoot, { recursive: true });
  });

  const commandId = () => first.commands[0]?.command.id ?? '';

  it('begins with everything at once', () => {
    expect(first.people.map((person) => person.username)).toEqual(['jimin', 'alex', 'sora']);
    expect(first.me).toBe(first.people[0]?.id);
    expect(first.bot).toStrictEqual({
      connected: true,
      sessions: 1,
      byHttp: false,
      gatewayUp: true,
      withheld: null,
      shards: 1,
    });
    expect(
      first.channels.filter(({ channel }) => channel.type === 1),
      "only one's own DM",
    ).toHaveLength(1);
    expect(first.panels).toStrictEqual([{ name: 'clock', state: { day: 0 }, actions: ['advance'] }]);
    expect(first.wire.map(({ path: line }) => line)).toContainEqual(expect.stringMatching(/\/commands$/));
  });

  it('invokes and completes; private replies are for the asker alone', async () => {
    const other = new Page(playground);
    await other.event('snapshot');
    const alex = first.people[1]?.id ?? '';
    await other.result({ do: 'be', personId: alex });
    expect((await other.event('snapshot')).me).toBe(alex);
    const options = { name: '' };
    const complete = {
      do: 'complete',
      channelId: CHANNEL,
      commandId: commandId(),
      focused: 'name',
      options,
    } as const;
    expect(await page.result(complete)).toStrictEqual({
      kind: 'choices',
      choices: [{ name: '다섯', value: '5' }],
    });
    const invoke = {
      do: 'invoke',
      channelId: CHANNEL,
      commandId: commandId(),
      options: { name: '5' },
    } as const;
    const outcome = await page.result<{ kind: string }>(invoke);
    expect(outcome.kind).toBe('message');
    const { message } = await page.event('message', (event) => event.message.content === '비밀');
    await other.result({ do: 'say', channelId: CHANNEL, content: 'hello' });
    await other.event('message', (event) => event.message.content === 'hello');
    expect(other.events.some((event) => event.event === 'message' && event.message.content === '비밀')).toBe(
      false,
    );
    await page.result({ do: 'dismiss', channelId: CHANNEL, messageId: message.id });
    await page.event('message-gone', (event) => event.messageId === message.id);
    other.socket.terminate();
  });

  it.each<PageAction>([
    { do: 'invoke', channelId: '1', commandId: 'x', options: {} },
    { do: 'press', channelId: CHANNEL, messageId: '1', customId: 'x' },
    { do: 'panel', panel: 'none', action: 'x' },
    { do: 'nonsense' } as never,
  ])('says no to what is impossible, and lives on: $do', async (action) => {
    expect((await page.ask(action)).ok).toBe(false);
    page.socket.send(JSON.stringify({ id: 999, do: 'clear-faults' }));
    await page.result({ do: 'clear-faults' });
  });

  it('reads the wire', async () => {
    await page.result({ do: 'say', channelId: CHANNEL, content: 'x' });
    const { entries } = await page.event('wire', (event) =>
      event.entries.some((entry) => entry.method === 'POST'),
    );
    const entry = entries.find(({ method }) => method === 'POST');
    const payload = await page.result<{ request: object }>({ do: 'payload', entry: entry?.id ?? 0 });
    expect(payload.request).toBeTypeOf('object');
  });

  it('breaks things on purpose', async () => {
    const fault = { do: 'fault', fault: { kind: 'status', status: 500 }, route: '*', times: 1 } as const;
    const { id } = await page.result<{ id: string }>(fault);
    const set = await page.event('faults', ({ faults }) => faults.length > 0);
    expect(set.faults[0]?.id).toBe(id);
    await page.result({ do: 'clear-faults', fault: id });
    await page.result({ do: 'gateway', action: 'cut' });
    await page.event('bot', ({ bot }) => !bot.connected);
    await page.event('bot', ({ bot }) => bot.connected);
    const permit = { do: 'permit', where: { channelId: CHANNEL }, permissions: '2048' } as const;
    await page.result({ ...permit, allowed: false });
    const taken = await page.event('channel', ({ channel }) => channel.channel.id === CHANNEL);
    expect(BigInt(taken.channel.appPermissions) & 2048n).toBe(0n);
    await page.result({ ...permit, allowed: true });
  });

  it('works the panels of the host', async () => {
    expect(await page.result({ do: 'panel', panel: 'clock', action: 'advance', input: 3 })).toBe(3);
    const { panel } = await page.event('panel', (event) => event.panel.name === 'clock');
    expect(panel.state).toStrictEqual({ day: 3 });
  });

  it('is served with its packages and a policy that keeps it on the machine', async () => {
    const html = await fetch(playground.url);
    expect(html.status).toBe(200);
    const policy = html.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/script-src 'self' 'sha256-/);
    const text = await html.text();
    const map = JSON.parse(/<script type="importmap">(.*)<\/script>/.exec(text)?.[1] ?? '') as {
      imports: Record<string, string>;
    };
    for (const name of [
      'lit',
      'lit/decorators.js',
      'lit-html',
      '@skyra/discord-components-core',
      '@lit/context',
    ]) {
      const module = await fetch(new URL(map.imports[name] ?? '', playground.url));
      expect(module.headers.get('content-type'), name).toBe('text/javascript; charset=utf-8');
    }
    const script = await fetch(`${playground.url}web/main.ts`);
    expect(await script.text()).toMatch(/export const five {9}= 5;/);
  });

  it.each([
    'web/../package.json',
    'web/%2e%2e/%2e%2e/package.json',
    'modules/lit@3/../../zod/package.json',
    'modules/zod@4/index.js',
    'attachments/1/1/x',
  ])('gives nothing beyond its folders: $0', async (line) => {
    expect(await get(`${playground.url}${line}`, {})).toBe(404);
  });

  it('answers only to its own origin', async () => {
    const own = `127.0.0.1:${playground.port}`;
    expect(await get(playground.url, { host: own })).toBe(200);
    expect(await get(playground.url, { host: 'evil.example' })).toBe(403);
    expect(await get(playground.url, { host: own, origin: 'http://evil.example' })).toBe(403);
    expect(await get(`${playground.url}web/main.ts`, { host: own, 'sec-fetch-site': 'cross-site' })).toBe(
      403,
    );
    const opened = { host: own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(await get(playground.url, opened), 'a link to the page may be followed').toBe(200);
    const stranger = new WebSocket(`ws://${own}/playground/socket`, {
      headers: { origin: 'http://evil.example' },
    });
    const [error] = (await once(stranger, 'error')) as [Error];
    expect(error.message).toMatch(/403/);
  });
});
