import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../src/programs/ask.ts', import.meta.url));
const posts = fileURLToPath(new URL('../relevance/corpora/events/devfest', import.meta.url));

function ask(args: readonly string[], input = '', dir = posts) {
  return spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, CONTENT_DIR: dir },
  });
}

const it = test.extend('lines', { scope: 'file' }, () => {
  const { stdout } = ask(
    ['--json', '-'],
    '패스키\n\n오늘 날씨 어때?\n세션 몇 개야?\nhow many sessions?\nFlutter랑 React Native 차이\n',
  );
  return stdout
    .trim()
    .split('\n')
    .map((line): { verdict?: string; kind?: string; text?: string } => JSON.parse(line));
});

describe('npm run ask', () => {
  it('prints a JSON line for a question', () => {
    const { stdout, status } = ask(['--json', '카프카에는 하루에 몇 건이 들어와?']);
    expect(status).toBe(0);
    const answer: unknown = JSON.parse(stdout);
    expect.assert(typeof answer === 'object');
    expect.assert(answer !== null);
    const { passages, ...rest } = answer as { passages: Record<string, unknown>[]; answered: boolean };
    expect({ ...rest, confidence: 1 }).toStrictEqual({
      question: '카프카에는 하루에 몇 건이 들어와?',
      answered: true,
      verdict: 'answer',
      confidence: 1,
      kind: 'quote',
      text: 'Apache Kafka\n재생, 건너뛰기, 좋아요 같은 사건을 모두 토픽에 쌓는다. 하루 40억 건이 들어온다. 소비하는 쪽이 죽어도 7일동안 남아 있으므로 다시 읽으면 된다.',
    });
    expect({ ...passages[0], score: 1 }).toStrictEqual({
      file: '2023-06-15-devfest-4-data.md',
      heading: 'Apache Kafka',
      path: ['하루 40억 건을 다루는 데이터 플랫폼', '수집', 'Apache Kafka'],
      session: '2023-06-15-devfest-4-data',
      score: 1,
      quote:
        '재생, 건너뛰기, 좋아요 같은 사건을 모두 토픽에 쌓는다. 하루 40억 건이 들어온다. 소비하는 쪽이 죽어도 7일동안 남아 있으므로 다시 읽으면 된다.',
    });
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.length).toBeLessThanOrEqual(10);
  });

  it('reads questions from standard input', ({ lines }) => {
    expect(lines).toHaveLength(5);
    expect(lines.slice(0, 2).map(({ verdict }) => verdict === 'answer')).toEqual([true, false]);
  });

  it('tells facts and comparisons as text, in the language of the question', ({ lines }) => {
    expect(lines[2]).toMatchObject({
      kind: 'facts',
      text: expect.stringMatching(/^세션은 모두 8개입니다\./),
    });
    expect(lines[3]).toMatchObject({ kind: 'facts', text: expect.stringMatching(/^There are 8 sessions\./) });
  });

  it('explains itself to people', () => {
    const { stdout } = ask(['--explain', '패스키']);
    expect(stdout).toMatch(/The posts say/);
    expect(stdout).toMatch(/name: 패스키 by same/);
  });

  it('says what is wrong with how it was called', () => {
    expect(ask([]).status).toBe(64);
    const { status, stderr } = ask(['--jsno', 'x']);
    expect(status).toBe(64);
    expect(stderr).toMatch(/--jsno/);
    expect(stderr).toMatch(/Usage/);
    expect(ask(['x'], '', '/no/such/folder').status).toBe(78);
  });
});
