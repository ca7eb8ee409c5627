import { expect, test } from 'vitest';
import { NotSentError } from '#discord/errors.ts';
import type { Page } from '#pages/model.ts';
import {
  type Answer,
  type Deferral,
  type PageAnswer,
  respondTo,
} from '../../../src/discord/reply/respond.ts';
import { respondInTime } from '../../../src/discord/reply/respondInTime.ts';
import { logLines, logTo } from '../../e2e/logLines.ts';
import { fakeRest, type Sent } from '../fakeRest.ts';

const page = (description: string): Page => ({ embeds: [{ description }], components: [], files: [] });
const reply = (description: string, isPrivate = false): PageAnswer => ({
  kind: 'reply',
  private: isPrivate,
  page: page(description),
});
const gone = Object.assign(new Error('Unknown interaction'), { code: 10_062 });

interface Case {
  readonly deferral?: Deferral;
  /** Makes the answer; `slow` lets the deadline pass first. */
  readonly make: (slow: () => void) => Promise<Answer>;
  readonly answer?: (sent: Sent) => unknown;
}

const run = async ({ deferral = { kind: 'reply', private: false }, make, answer }: Case) => {
  const { rest, sent } = fakeRest(answer);
  const lines = logLines();
  const log = logTo(lines);
  let slow = (): void => {};
  const apologies: unknown[] = [];
  await respondInTime({
    responder: respondTo(rest, { id: '1', token: 't', application_id: '2' }, { log, elapsed: () => 0 }),
    deferral,
    // Runs before the answer is made: the deadline is armed by then.
    make: async () => {
      await Promise.resolve();
      return await make(() => slow());
    },
    apologize: (error) => {
      apologies.push(error);
      return reply('sorry', true);
    },
    lateForm: () => reply('late', true),
    after: (ms, callback) => {
      // Discord waits for three seconds; the promise has to get there within them.
      expect(ms).toBeLessThanOrEqual(2_500);
      slow = callback;
      return () => {};
    },
    log,
  });
  const told = sent.map(({ method, route, body }) => {
    const { type, data } = Object(body) as {
      type?: number;
      data?: { embeds?: { description?: string }[]; flags?: number };
    };
    const embeds = data?.embeds ?? (Object(body) as { embeds?: { description?: string }[] }).embeds;
    const flags = data?.flags ?? (Object(body) as { flags?: number }).flags;
    return [method, decodeURIComponent(route.split('/').at(-1) ?? ''), type, embeds?.[0]?.description, flags]
      .filter((part) => part !== undefined)
      .join(' ');
  });
  const complaints = lines.lines.filter(({ level }) => Number(level) >= 40).map(({ msg }) => msg);
  return { told, apologies, complaints };
};

/** Lets everything that is ready run: no time passes. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

test('a quick answer is sent as it is', async () => {
  const { told } = await run({ make: async () => reply('hello') });
  expect(told).toEqual(['POST callback 4 hello']);
});

test('a slow one is promised first, then kept', async () => {
  const { told } = await run({
    make: async (slow) => {
      slow();
      await settle();
      return reply('late');
    },
  });
  expect(told).toEqual(['POST callback 5', 'PATCH @original late']);
});

test('whatever is thrown, the person reads an apology in private', async () => {
  const { told, apologies } = await run({ make: () => Promise.reject(new Error('boom')) });
  expect(told).toEqual(['POST callback 4 sorry 64']);
  expect(apologies).toHaveLength(1);
});

test('an apology for what was promised to everybody is private all the same', async () => {
  const { told } = await run({
    make: async (slow) => {
      slow();
      await settle();
      throw new Error('boom');
    },
  });
  expect(told).toEqual(['POST callback 5', 'DELETE @original', 'POST t sorry 64']);
});

test('a press that fails leaves the pressed message as it was', async () => {
  const { told } = await run({
    deferral: { kind: 'update' },
    make: async (slow) => {
      slow();
      await settle();
      throw new Error('boom');
    },
  });
  expect(told).toEqual(['POST callback 6', 'POST t sorry 64']);
});

test('a page that Discord refuses is apologized for', async () => {
  let first = true;
  const { told } = await run({
    make: async () => reply('too long'),
    answer: () => {
      if (!first) return undefined;
      first = false;
      throw Object.assign(new Error('Invalid Form Body'), { code: 50_035 });
    },
  });
  expect(told).toEqual(['POST callback 4 too long', 'POST callback 4 sorry 64']);
});

test('nobody is apologized to who is gone', async () => {
  const { told, apologies } = await run({
    make: async () => reply('hello'),
    answer: () => {
      throw gone;
    },
  });
  expect(told).toEqual(['POST callback 4 hello']);
  expect(apologies).toHaveLength(0);
});

test('an answer whose connection broke is sent again, not apologized for', async () => {
  let first = true;
  const { told, apologies } = await run({
    make: async () => reply('hello'),
    answer: () => {
      if (!first) return undefined;
      first = false;
      throw Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
    },
  });
  expect(told).toEqual(['POST callback 4 hello', 'POST callback 4 hello']);
  expect(apologies).toHaveLength(0);
});

test.each([
  ['500', () => Object.assign(new Error('Internal Server Error'), { status: 500 })],
  ['503', () => Object.assign(new Error('Service Unavailable'), { status: 503 })],
  ['time that ran out', () => new NotSentError('It is not to be sent any more')],
])('what Discord does not take is given up, and a line says so: %s', async (_name, error) => {
  const { told, apologies, complaints } = await run({
    make: async () => reply('hello'),
    answer: () => {
      throw error();
    },
  });
  expect(told).toEqual(['POST callback 4 hello']);
  expect(apologies).toHaveLength(0);
  expect(complaints).toEqual([
    'the interaction is given up unanswered: Discord did not take the answer in time',
  ]);
});
