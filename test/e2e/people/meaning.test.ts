import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Actor, manualClock } from '#playground/index.ts';
import type { Clock } from '#recap/time/clock.ts';
import { embeds, json, type Stub, says, silent, startStub, wordVector } from '../../meaning/stub.ts';
import { childEnvironment, openWorld, ROOT, type World } from '../world.ts';

const EMBEDDINGS = '/v1/embeddings';
const CHAT = '/v1/chat/completions';
const KEY = 'sk-a-key-that-nobody-may-read';
const QUESTION = '에지 컴퓨팅이 왜 중요해?';
const SENTENCE = '기기 가까이에서 데이터를 처리해요.';

/** A clock that stands still unless it is moved. */
const still = (): Clock & { readonly advance: (milliseconds: number) => void } => {
  const clock = manualClock(Date.now());
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(clock.now()),
    monotonic: clock.now,
    after: clock.after,
    advance: clock.advance,
  };
};

const settings = (url: string): Readonly<Record<string, string>> => ({
  EMBEDDINGS_URL: url,
  EMBEDDINGS_MODEL: 'stub-embeddings',
  EMBEDDINGS_KEY: KEY,
  MODEL_URL: url,
  MODEL: 'stub-model',
  MODEL_KEY: KEY,
});

const textOf = ({ embeds: [embed] }: APIMessage): string => embed?.description ?? '';

const chats = ({ requests }: Stub) => requests.filter(({ path: to }) => to === CHAT);

describe.each(['gateway', 'http'] as const)('by %s, an answer that a model writes', (transport) => {
  let stub: Stub;
  let world: World;
  let written = '';
  const clock = still();
  beforeAll(async () => {
    stub = await startStub();
    stub.behave((request, response) =>
      (request.path === CHAT ? says(written) : embeds(wordVector()))(request, response),
    );
    world = await openWorld({ transport, clock, settings: settings(stub.url) });
    await world.log.until('the sections are embedded');
    // With the first question the lists of words are read, which a busy machine may take longer for than Discord waits.
    await ask('라면 가격').catch(() => undefined);
  });
  afterAll(async () => {
    await world.close();
    await stub.close();
  });
  beforeEach(() => {
    written = `${SENTENCE.slice(0, -1)} [1]. 2031년에는 GlobeTron이 이끌어요 [1]. 출처가 없는 말이에요.`;
  });

  const ask = (question: string, who: Actor = world.playground.as('jimin'), options = {}) =>
    who.invoke('ask', { options: { question, ...options } });

  /** Waits until so many answers of a person are seen to be thought about. */
  const thinking = (who: Actor, count: number): Promise<unknown> =>
    world.playground.until(() => {
      const shown = who.messages().filter(({ flags = 0 }) => (flags & MessageFlags.Loading) !== 0);
      return shown.length === count || undefined;
    }, 'thinking…');

  test('stands above its places and the quote, and the footer says who wrote it', async () => {
    const { message } = await ask(QUESTION);
    expect(textOf(message)).toMatch(
      /^기기 가까이에서 데이터를 처리해요 \\\[1\\\]\.\n\n-# \\\[1\\\] .*\n\n> /,
    );
    expect(textOf(message)).not.toMatch(/2031|GlobeTron|출처/);
    expect(message.embeds[0]?.footer?.text).toMatch(/모델이/);
    const [{ authorization, body } = {}] = chats(stub);
    expect(authorization).toBe(`Bearer ${KEY}`);
    expect(JSON.stringify(body)).toContain(QUESTION);
    expect(JSON.stringify(stub.requests)).not.toMatch(/jimin|alex/);
  });

  test('is in the language of the reader, and shared as it stands without being asked for again', async () => {
    written = 'Data is handled close to the device [1].';
    const alex = world.playground.as('alex');
    const answer = await ask('Why does edge computing matter?', alex, { private: true });
    expect(answer.isPrivate).toBe(true);
    expect(textOf(answer.message)).toContain('close to the device');
    expect(answer.message.embeds[0]?.footer?.text).toMatch(/model wrote/);
    expect(JSON.stringify(chats(stub).at(-1)?.body)).toContain('Write in English');
    const before = chats(stub).length;
    const shared = await alex.press(answer, 'Share in channel');
    expect(textOf(shared.message)).toBe(textOf(answer.message));
    expect(chats(stub)).toHaveLength(before);
  });

  test('pings nobody and draws nothing, whatever the model was talked into', async () => {
    written =
      '@everyone <@1100000000000000001> 데이터 [여기](https://evil.example/x) **처리** [1]. ||데이터|| @here 처리 [1].';
    const { message } = await ask('에지 컴퓨팅이란?');
    expect(message.mention_everyone).toBe(false);
    expect(message.mentions).toEqual([]);
    expect(textOf(message)).not.toMatch(/evil|(?<!\\)@(?:everyone|here)|(?<!\\)\|\|/);
    expect(textOf(message)).toContain('> ');
  });

  test('is not asked for where facts answer, or nothing does', async () => {
    const before = chats(stub).length;
    expect((await ask('세션이 몇 개야?')).text).toMatch(/6/);
    await ask('오늘 점심 뭐 먹지?');
    expect(chats(stub)).toHaveLength(before);
  });

  test('is waited for with “thinking…”, and after 15 s the quote stands alone', async () => {
    const normally = stub.behaviour();
    stub.behave((request, response) => (request.path === CHAT ? silent : normally)(request, response));
    const jimin = world.playground.as('jimin');
    const asked = ask('텐서가 뭐야', jimin);
    await thinking(jimin, 1);
    clock.advance(15_000);
    const answer = await asked;
    stub.behave(normally);
    expect(answer.wasDeferred).toBe(true);
    expect(answer.message.embeds[0]?.footer).toBeUndefined();
    expect(textOf(answer.message)).toMatch(/^> \*\*텐서\*\*는 숫자를 .*배열/);
  });

  test('others are answered while a crowd waits for it', async () => {
    const normally = stub.behaviour();
    stub.behave((request, response) => (request.path === CHAT ? silent : normally)(request, response));
    const before = chats(stub).length;
    const crowd = Array.from({ length: 12 }, (_, at) => ask(`${QUESTION}${'?'.repeat(at + 1)}`));
    await stub.arrived(stub.requests.length + 1);
    expect((await world.playground.as('alex').invoke('help')).wasDeferred).toBe(false);
    await thinking(world.playground.as('jimin'), 4);
    expect(chats(stub)).toHaveLength(before + 4);
    clock.advance(15_000);
    for (const { message } of await Promise.all(crowd)) expect(textOf(message)).toMatch(/^> /);
    stub.behave(normally);
  });
});

test('a mention and a DM are answered so too; the bot is seen typing', async () => {
  const stub = await startStub({ [EMBEDDINGS]: embeds(wordVector()), [CHAT]: says(`${SENTENCE} [1]`) });
  onTestFinished(stub.close);
  const world = await openWorld({ transport: 'gateway', settings: settings(stub.url) });
  onTestFinished(world.close);
  const answerTo = async (who: Actor, content: string): Promise<APIMessage> => {
    const said = who.say(content);
    return await world.playground.until(
      () => who.messages().find(({ message_reference: to }) => to?.message_id === said.id),
      'an answer',
    );
  };
  const jimin = world.playground.as('jimin');
  expect(textOf(await answerTo(jimin, `<@${world.playground.applicationId}> ${QUESTION}`))).toContain(
    SENTENCE.slice(0, -1),
  );
  expect(textOf(await answerTo(jimin.in('dm'), QUESTION))).toContain(SENTENCE.slice(0, -1));
  expect(world.playground.requests().filter(({ path: to }) => to.endsWith('/typing'))).toHaveLength(2);
});

test('a bot answers as ever while its models are gone, says so once without a key, and takes them up again', async () => {
  const stub = await startStub();
  onTestFinished(stub.close);
  stub.behave(json({ error: `no such key: ${KEY}` }, 401));
  const world = await openWorld({ settings: settings(stub.url) });
  onTestFinished(world.close);
  for (const question of [QUESTION, '엣지 컴퓨팅 왜 써'])
    expect(
      textOf((await world.playground.as('jimin').invoke('ask', { options: { question } })).message),
    ).toMatch(/^> /);
  // Sections are embedded while people are answered.
  for (const words of ['answers go by words alone', 'answers are quotes alone']) await world.log.until(words);
  const told = world.log.lines.filter(
    ({ msg, level }) => /^(?:EMBEDDINGS|MODEL)_URL: /.test(msg ?? '') && level === 40,
  );
  expect(told.map(({ msg }) => msg?.replace(/: .*; /, ': …; ')).toSorted()).toEqual([
    'EMBEDDINGS_URL: …; answers go by words alone',
    'MODEL_URL: …; answers are quotes alone',
  ]);
});

/** Runs a program of the package with these settings, and gives what it prints and which sources it loaded. */
const runAsk = async (environment: Readonly<Record<string, string>>) => {
  const hook = `import { registerHooks } from 'node:module';
registerHooks({ load: (url, context, next) => { if (url.includes('/src/meaning/')) console.error('loaded ' + url); return next(url, context); } });`;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(hook)}`,
      path.join(ROOT, 'src/programs/ask.ts'),
      '--json',
      QUESTION,
    ],
    { cwd: ROOT, env: { ...childEnvironment(), ...environment } },
  );
  const lines = stderr.split('\n').filter((line) => line !== '');
  const isLoaded = (line: string): boolean => line.startsWith('loaded ');
  return {
    answer: JSON.parse(stdout),
    loaded: lines.filter(isLoaded),
    told: lines.filter((line) => !isLoaded(line)),
  };
};

describe('`ask --json`', () => {
  test('says what a model wrote', async () => {
    const stub = await startStub({
      [EMBEDDINGS]: embeds(wordVector()),
      [CHAT]: says(`${SENTENCE} [1] 1999년. [1]`),
    });
    onTestFinished(stub.close);
    const { answer, loaded, told } = await runAsk(settings(stub.url));
    expect(told).toEqual([]);
    expect(answer).toMatchObject({
      verdict: 'answer',
      kind: 'quote',
      composed: `${SENTENCE.slice(0, -1)} [1].`,
    });
    expect(loaded.length).toBeGreaterThan(0);
  });

  test('loads nothing of it, and asks nobody, where no model is set', async () => {
    const { answer, loaded } = await runAsk({});
    expect(answer).not.toHaveProperty('composed');
    expect(loaded).toEqual([]);
  });
});
