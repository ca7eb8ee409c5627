import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { APIMessage } from 'discord-api-types/v10';
import { expect, inject } from 'vitest';
import { controlsOf, type Playground, startPlayground } from '#playground/index.ts';
import { nextAfter } from '#recap/time/schedule.ts';
import type { Claim, RecapPlace, RecapSettings } from '#store/model.ts';
import { openStore } from '#store/open.ts';
import type { Store } from '#store/store.ts';
import { daily } from '../../recap/daily.ts';
import { logLines } from '../logLines.ts';
import { childEnvironment, ROOT, temporaryFolder } from '../world.ts';
import type { Order } from './bot.ts';

/** A bot as a process of its own, whose clock and death a test decides. */
export interface Bot {
  /** Waits for a line of its log, past or to come; rejects with the log where it does not come. */
  readonly told: (words: string) => Promise<unknown>;
  /** Waits until so many lines of its log hold the words. */
  readonly toldTimes: (words: string, count: number) => Promise<unknown>;
  /** Like `told`, of lines that come after this call alone. */
  readonly tells: (words: string) => Promise<unknown>;
  readonly order: (order: Order) => void;
  readonly kill: () => Promise<void>;
  /** Suspends it, as a laptop's lid or a snapshot does, and lets it go on. */
  readonly suspend: () => void;
  readonly wake: () => void;
  /** Asks it to close, as the system would. */
  readonly end: () => Promise<void>;
  /** Resolves when it has killed itself, as it was told. */
  readonly died: () => Promise<void>;
}

/** A Discord, a database and a folder of posts, on which bots come and go. */
export interface Testbed {
  readonly playground: Playground;
  /** For DATABASE_URL. */
  readonly address: string;
  readonly folder: string;
  /** Puts another post into the content folder. */
  readonly addTalk: (title: string) => Promise<void>;
  /** Starts a bot at an instant, to which the playground's clock is set too; it is online when this resolves. */
  readonly start: (at: Temporal.Instant, options?: { concurrency?: number; dieAt?: number }) => Promise<Bot>;
  /** Sets the playground's clock. */
  readonly setTime: (at: Temporal.Instant) => void;
  /** Works on the database; for SQLite no bot may be running. */
  readonly withStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

const BOT = fileURLToPath(new URL('bot.ts', import.meta.url));
const TALKS = 6;

const writeTalks = async (folder: string): Promise<void> => {
  await mkdir(folder);
  for (let number = 1; number <= TALKS; number += 1) {
    const text = `---\ntitle: Talk ${number}\nnumber: ${number}\nlang: en\n---\n\n## Part of ${number}\n\nWhat was said in talk ${number}.\n`;
    await writeFile(path.join(folder, `2026-01-0${number}-talk-${number}.md`), text);
  }
};

/** Real milliseconds within which a bot does what is waited for, even on a machine with much else to do. */
const PATIENCE = 120_000;

/** Rejects with what `about` says where a promise takes too long: a test that hangs says nothing. */
const retryAtStart = async <T>(promise: Promise<T>, about: () => string): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(about())), PATIENCE);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** @param database the address of an empty database; an SQLite file of its own where left out */
export const openTestbed = async (database?: string): Promise<Testbed> => {
  const { folder, remove } = await temporaryFolder();
  const content = path.join(folder, 'content');
  await writeTalks(content);
  let now = 0;
  const playground = await startPlayground({ limits: false, now: () => now, patienceMs: PATIENCE });
  const address = database ?? path.join(folder, 'lectern.sqlite');
  const running = new Set<ChildProcess>();
  const setTime = (at: Temporal.Instant): void => {
    now = at.epochMilliseconds;
  };

  const start: Testbed['start'] = async (at, { concurrency, dieAt } = {}) => {
    setTime(at);
    const log = logLines();
    const child = fork(inject('recapBot') ?? BOT, {
      cwd: ROOT,
      silent: true,
      // None of what vitest gives its workers.
      execArgv: [],
      env: {
        ...childEnvironment(),
        DISCORD_TOKEN: playground.token,
        DISCORD_API_URL: playground.apiUrl,
        DATABASE_URL: address,
        CONTENT_DIR: content,
        TEST_START: at.toString(),
        ...(concurrency === undefined ? {} : { TEST_CONCURRENCY: String(concurrency) }),
        ...(dieAt === undefined ? {} : { TEST_DIE_AT: String(dieAt) }),
      },
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    child.stdout?.setEncoding('utf8').on('data', log.add);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => log.add(JSON.stringify({ errors: text })));
    const gone = once(child, 'exit');
    const about = (what: string) => () =>
      `Waited for ${what}. The bot said last:\n${log.lines
        .slice(-15)
        .map((line) => JSON.stringify(line))
        .join('\n')}`;
    // A bot may die before it is ready: whoever asked for that waits for its death.
    await retryAtStart(Promise.race([once(child, 'message'), gone]), about('its start'));
    if (child.exitCode !== null) throw new Error(`The bot did not start:\n${JSON.stringify(log.lines)}`);
    const toldTimes = async (words: string, count: number): Promise<void> => {
      while (log.lines.filter(({ msg }) => msg?.includes(words)).length < count) await log.next(words);
    };
    return {
      toldTimes: (words, count) => retryAtStart(toldTimes(words, count), about(words)),
      told: (words) => retryAtStart(log.until(words), about(words)),
      tells: (words) => retryAtStart(log.next(words), about(words)),
      order: (order) => {
        setTime(Temporal.Instant.from(order.to));
        child.send(order);
      },
      suspend: () => void child.kill('SIGSTOP'),
      wake: () => void child.kill('SIGCONT'),
      kill: async () => {
        child.kill('SIGKILL');
        await gone;
      },
      end: async () => {
        child.kill('SIGTERM');
        expect(await retryAtStart(gone, about('its end'))).toEqual([0, null]);
      },
      died: async () => {
        expect(await retryAtStart(gone, about('its death'))).toEqual([null, 'SIGKILL']);
      },
    };
  };

  return {
    playground,
    address,
    folder,
    addTalk: (title) =>
      writeFile(
        path.join(content, `${title.toLowerCase().replaceAll(' ', '-')}.md`),
        `---\ntitle: ${title}\nlang: en\n---\n\n## Part\n\nWhat was said in ${title}.\n`,
      ),
    start,
    setTime,
    withStore: async (work) => {
      const store = await openStore(address);
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    },
    close: async () => {
      for (const child of running) child.kill('SIGKILL');
      await playground.close();
      await remove();
    },
  };
};

const SETTINGS = daily({ language: 'en' });

/** Subscribes a place to a recap at 09:00 UTC; gives the subscription's id. */
export const subscribe = async (
  store: Store,
  place: Omit<RecapPlace, 'what'>,
  now: Temporal.Instant,
  settings: Partial<RecapSettings> = {},
): Promise<string> => {
  const result = await store.subscribe({
    place: { ...place, what: 'session' },
    settings: { ...SETTINGS, ...settings },
    ownerId: '1100000000000000101',
    now,
    next: nextAfter(SETTINGS, now),
    limit: 25,
  });
  if (result.kind === 'full') throw new Error('The server has too many recaps');
  return result.subscription.id;
};

/** The delivery that a message's controls name. */
export const keyOf = (message: APIMessage): string => {
  const ids = controlsOf(message).map(({ customId }) => customId ?? '');
  return ids.flatMap((id) => /[?&]r=([0-9a-z]+)/.exec(id)?.[1] ?? [])[0] ?? '';
};

/** All deliveries of a subscription, oldest first. */
export const ledgerOf = async (store: Store, subscriptionId: string): Promise<Claim['delivery'][]> => {
  const { rows } = await store.history({ subscriptionId }, { offset: 0, limit: 1_000 });
  return rows.map(({ delivery }) => delivery).toReversed();
};

/** Asserts that each date was told once, by the messages that stand there and by no others. */
export const assertOnceEach = async (
  store: Store,
  order: {
    readonly subscriptionId: string;
    readonly messages: readonly APIMessage[];
    readonly dates: readonly string[];
  },
): Promise<void> => {
  const ledger = await ledgerOf(store, order.subscriptionId);
  expect(ledger.map(({ date, state }) => ({ date, state }))).toStrictEqual(
    order.dates.map((date) => ({ date, state: 'posted' })),
  );
  expect(order.messages.map((message) => ({ id: message.id, key: keyOf(message) }))).toStrictEqual(
    ledger.map(({ messageId, key }) => ({ id: messageId, key })),
  );
};
