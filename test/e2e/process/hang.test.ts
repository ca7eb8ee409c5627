import { expect, test } from 'vitest';
import { createGateway } from '#discord/gateway/gateway.ts';
import { startPlayground } from '#playground/index.ts';
import { logLines, logTo } from '../logLines.ts';

/** Our own patience runs out that much sooner; discord.js's would not. */
const FASTER = 40;

const hung = test.extend('world', async ({ task: _ }, { onCleanup }) => {
  const playground = await startPlayground();
  const log = logLines();
  const gateway = createGateway({
    token: playground.token,
    apiUrl: playground.apiUrl,
    log: logTo(log),
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds / FASTER);
      return () => clearTimeout(timer);
    },
    elapsed: () => performance.now() * FASTER,
    onEnd: ({ message }) => log.add(message),
  });
  onCleanup(async () => {
    await gateway.close();
    await playground.close();
  });
  await gateway.open({ onInteraction: () => {} });
  return { playground, gateway, log };
});

hung.concurrent.for(['hello', 'resumed', 'ready'] as const)(
  'a gateway that withholds %s while it acknowledges heartbeats is given up, and the bot hears again',
  async (withheld, { world: { playground, gateway, log } }) => {
    expect(gateway.problem()).toBeUndefined();
    playground.faults.withholdFrames(withheld);
    const noticed = log.next('the connection to Discord makes no progress');
    // A session that is forgotten is begun anew and waits for READY; one that is cut is resumed.
    if (withheld === 'ready') playground.faults.forgetSessions();
    else playground.faults.cutGateway();
    await noticed;
    expect(gateway.problem()).toContain('connections to Discord are interrupted');
    const again = log.next('a session with Discord has begun');
    playground.faults.withholdFrames(null);
    await again;
    expect(gateway.problem()).toBeUndefined();
  },
);
