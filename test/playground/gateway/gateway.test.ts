import { once } from 'node:events';
import { constants, createInflate } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Playground, startPlayground } from '#playground/index.ts';
import { connect } from '../bot.ts';

interface Frame {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: Record<string, unknown>;
}

/** A bare gateway connection that reads frames one by one. */
class Wire {
  readonly socket: WebSocket;
  readonly #frames: Frame[] = [];
  #wake: () => void = () => {};

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.on('message', (raw) => {
      this.#frames.push(JSON.parse(raw.toString()) as Frame);
      this.#wake();
    });
  }

  async next(): Promise<Frame> {
    for (;;) {
      const frame = this.#frames.shift();
      if (frame !== undefined) return frame;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  send(op: number, d: unknown): void {
    this.socket.send(JSON.stringify({ op, d }));
  }

  async closed(): Promise<number> {
    const [code] = await once(this.socket, 'close');
    return code as number;
  }
}

describe('the gateway', () => {
  let playground: Playground;
  const wires: Wire[] = [];

  beforeEach(async () => {
    playground = await startPlayground();
  });
  afterEach(async () => {
    for (const wire of wires.splice(0)) wire.socket.terminate();
    await playground.close();
  });

  const open = async (query = 'v=10&encoding=json'): Promise<Wire> => {
    const wire = new Wire(`ws://127.0.0.1:${playground.port}/gateway?${query}`);
    wires.push(wire);
    return wire;
  };
  const identity = (more: object = {}) => ({
    token: playground.token,
    intents: 0,
    shard: [0, 1],
    properties: { os: 'linux', browser: 'test', device: 'test' },
    ...more,
  });
  const identified = async (more: object = {}): Promise<{ wire: Wire; ready: Frame }> => {
    const wire = await open();
    expect((await wire.next()).op).toBe(10);
    wire.send(2, identity(more));
    return { wire, ready: await wire.next() };
  };

  it('greets, answers heartbeats, and tells of servers as Discord does', async () => {
    const { wire, ready } = await identified();
    expect(ready.t).toBe('READY');
    expect(ready.s).toBe(1);
    expect(ready.d['guilds']).toStrictEqual([{ id: '1100000000000001000', unavailable: true }]);
    wire.send(1, 1);
    expect((await wire.next()).op).toBe(11);
  });

  it('sends whole servers to those who have the Guilds intent', async () => {
    const { wire } = await identified({ intents: 1 });
    const guild = await wire.next();
    expect(guild.t).toBe('GUILD_CREATE');
    expect(guild.d['channels'] as unknown[]).toHaveLength(4);
  });

  it('sends messages by intent, and their text only where it concerns the bot', async () => {
    const { wire } = await identified({ intents: 1 << 9 });
    playground.as('jimin', '이야기').say('hello');
    expect((await wire.next()).d['content']).toBe('');
    playground.as('jimin', '이야기').say(`hello <@${playground.applicationId}>`);
    expect(String((await wire.next()).d['content'])).toMatch(/hello/);
  });

  it.each([
    ['a wrong token', 4004, (wire: Wire) => wire.send(2, identity({ token: 'x' }))],
    ['a frame before identifying', 4003, (wire: Wire) => wire.send(3, {})],
    ['an unknown opcode', 4001, (wire: Wire) => wire.send(99, {})],
    ['something that is no JSON', 4002, (wire: Wire) => wire.socket.send('nonsense')],
    ['a frame that is too long', 4002, (wire: Wire) => wire.send(1, 'x'.repeat(5_000))],
    ['an impossible shard', 4010, (wire: Wire) => wire.send(2, identity({ shard: [3, 2] }))],
    ['unknown intents', 4013, (wire: Wire) => wire.send(2, identity({ intents: 1 << 30 }))],
    ['privileged intents', 4014, (wire: Wire) => wire.send(2, identity({ intents: 1 << 15 }))],
    [
      'a resume with a wrong token',
      4004,
      (wire: Wire) => wire.send(6, { token: 'x', session_id: 'y', seq: 1 }),
    ],
  ] as const)('closes with $1 on $0', async (_what, code, act) => {
    const wire = await open();
    await wire.next();
    act(wire);
    expect(await wire.closed()).toBe(code);
  });

  it('closes with 4005 on a second identify and 4012 on another version', async () => {
    const { wire } = await identified();
    wire.send(2, identity());
    expect(await wire.closed()).toBe(4005);
    expect(await (await open('v=8&encoding=json')).closed()).toBe(4012);
  });

  it('replays what was missed on a resume', async () => {
    const { wire, ready } = await identified({ intents: 1 << 9 });
    playground.as('jimin', '이야기').say('one');
    await wire.next();
    wire.socket.terminate();
    await playground.until(() => (playground.bot().connected ? undefined : true), 'the cut');
    playground.as('jimin', '이야기').say('two');
    playground.as('jimin', '이야기').say('three');
    const again = await open();
    await again.next();
    again.send(6, { token: playground.token, session_id: ready.d['session_id'], seq: 2 });
    const frames = [await again.next(), await again.next(), await again.next()];
    expect(frames.map(({ t, s }) => [t, s])).toEqual([
      ['MESSAGE_CREATE', 3],
      ['MESSAGE_CREATE', 4],
      ['RESUMED', 5],
    ]);
  });

  it('refuses to resume what it does not know', async () => {
    const wire = await open();
    await wire.next();
    wire.send(6, { token: playground.token, session_id: 'nobody', seq: 1 });
    const { op, d } = await wire.next();
    expect([op, d]).toEqual([9, false]);
  });

  it('closes with 4007 on a number that was never sent, and with 4008 on too many frames', async () => {
    const { wire, ready } = await identified();
    const again = await open();
    await again.next();
    again.send(6, { token: playground.token, session_id: ready.d['session_id'], seq: 99 });
    expect(await again.closed()).toBe(4007);
    for (let n = 0; n < 120; n += 1) wire.send(1, null);
    expect(await wire.closed()).toBe(4008);
  });

  it('sends each server to its own shard', async () => {
    const first = await identified({ shard: [0, 2], intents: 1 << 9 });
    const second = await identified({ shard: [1, 2], intents: 1 << 9 });
    const owners = [first, second].map(({ ready }) => (ready.d['guilds'] as unknown[]).length);
    expect(owners.toSorted()).toEqual([0, 1]);
    playground.as('jimin', '이야기').say('hello');
    const owner = owners[0] === 1 ? first : second;
    expect((await owner.wire.next()).t).toBe('MESSAGE_CREATE');
  });

  it('speaks zlib-stream', async () => {
    const socket = new WebSocket(
      `ws://127.0.0.1:${playground.port}/gateway?v=10&encoding=json&compress=zlib-stream`,
    );
    const inflate = createInflate({ flush: constants.Z_SYNC_FLUSH });
    socket.on('message', (raw: Buffer) => inflate.write(raw));
    const [hello] = await once(inflate, 'data');
    expect((JSON.parse(String(hello)) as Frame).op).toBe(10);
    socket.terminate();
  });

  describe('with a discord.js client', () => {
    it('resumes after a cut, gets what it missed, and loses no interaction', async () => {
      const client = await connect(playground);
      await client.application.commands.set([{ name: 'help', description: 'Help' }]);
      client.on('interactionCreate', (interaction) => {
        if (interaction.isChatInputCommand()) void interaction.reply('here');
      });
      const resumed = once(client, 'shardResume');
      playground.faults.cutGateway();
      await playground.until(() => (playground.bot().connected ? undefined : true), 'the cut');
      const shown = playground.as('jimin').invoke('help');
      await resumed;
      expect((await shown).text).toBe('here');
      await client.destroy();
    });

    it('resumes when asked to reconnect', async () => {
      const client = await connect(playground);
      const resumed = once(client, 'shardResume');
      playground.faults.reconnect();
      await resumed;
      await client.destroy();
    });

    it('identifies anew when its session is invalid, or forgotten', async () => {
      const client = await connect(playground);
      for (const spoil of [playground.faults.invalidateSessions, playground.faults.forgetSessions]) {
        const ready = once(client, 'shardReady');
        spoil();
        await ready;
      }
      const identifies = playground.wire().filter(({ method }) => method === 'Identify');
      expect(identifies).toHaveLength(3);
      await client.destroy();
    });

    it('comes back when the gateway was down', async () => {
      const client = await connect(playground);
      playground.faults.setGateway('down');
      await playground.until(() => (playground.bot().connected ? undefined : true), 'the cut');
      const back = once(client, 'shardResume');
      playground.faults.setGateway('up');
      await back;
      await client.destroy();
    });
  });
});
