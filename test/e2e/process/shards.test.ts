import { expect, onTestFinished, test } from 'vitest';
import { openWorld, type World } from '../world.ts';

const open = async (options: Parameters<typeof openWorld>[0]): Promise<World> => {
  const world = await openWorld(options);
  onTestFinished(world.close);
  return world;
};

const sessionsOf = ({ playground }: World, count: number): Promise<true> =>
  playground.until(() => (playground.bot().sessions === count ? true : undefined), `${count} sessions`);

/** Ids of servers that Discord's formula gives to the shards 0, 1, 2, … */
const serverOnShard = (shard: number): string => ((16n * 1_000_000n + BigInt(shard)) << 22n).toString();

test('as many shards as Discord recommends, each answering its servers', async () => {
  const world = await open({ playground: { sharding: { shards: 4, maxConcurrency: 16 } } });
  await sessionsOf(world, 4);
  for (const shard of [0, 1, 2, 3]) {
    const { channelIds } = world.playground.addGuild({ id: serverOnShard(shard), name: `${shard}` });
    world.playground.addPerson({ username: `person${shard}`, guildIds: [serverOnShard(shard)] });
    const [channel] = channelIds;
    const answer = await world.playground.as(`person${shard}`, channel).invoke('help');
    expect(answer.text).toMatch(/\/session/);
  }
});

test('shards identify one after another where Discord says so', async () => {
  const world = await open({ playground: { sharding: { shards: 2, maxConcurrency: 1 } } });
  // The first shard answers while the second one waits for its turn.
  expect((await world.playground.as('sora', 'dm').invoke('help')).text).toMatch(/\/session/);
  await sessionsOf(world, 2);
  const refused = world.playground.wire().filter(({ method }) => method === 'InvalidSession');
  expect(refused).toEqual([]);
});

test('a bot that has grown is asked for more shards, and connects with them', async () => {
  const world = await open({});
  await sessionsOf(world, 1);
  world.playground.faults.recommendShards(4, 16);
  await world.log.until('Discord asks for more shards');
  await sessionsOf(world, 4);
  expect((await world.playground.as('jimin').invoke('help')).text).toMatch(/\/session/);
  expect(JSON.stringify(world.log.lines)).not.toMatch(/the end/);
});

test('a number of shards that is given and too small ends the bot, with the way out', async () => {
  const world = await open({
    settings: { SHARD_COUNT: '2' },
    playground: { sharding: { maxConcurrency: 16 } },
  });
  await sessionsOf(world, 2);
  world.playground.faults.recommendShards(16, 16);
  const { msg, exitCode } = await world.log.until('the end');
  expect(msg).toMatch(/SHARD_COUNT=2: .*Raise SHARD_COUNT.*4011/);
  expect(exitCode).toBe(78);
});

test('a session that identifies too soon is refused by the playground, as by Discord', async () => {
  const world = await open({ playground: { sharding: { maxConcurrency: 1 } } });
  await sessionsOf(world, 1);
  const socket = new WebSocket(world.playground.apiUrl.replace(/^http/, 'ws').replace(/api$/, 'gateway'));
  onTestFinished(() => socket.close());
  const refused = new Promise((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      const { op, d } = JSON.parse(String(data));
      if (op === 10) {
        const identify = { token: world.playground.token, intents: 0, properties: {}, shard: [0, 2] };
        socket.send(JSON.stringify({ op: 2, d: identify }));
      } else resolve([op, d]);
    });
  });
  expect(await refused).toEqual([9, false]);
});
