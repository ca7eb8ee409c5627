import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, ROOT, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  // A question by mention comes by the gateway alone.
  world = await openWorld({ transport: 'gateway', settings: { FEEDBACK: 'on' } });
});
afterAll(() => world.close());

const UNCOVERED = '오늘 점심 뭐 먹지?';

const report = async (...flags: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(ROOT, 'src/programs/gaps.ts'), ...flags],
    { cwd: world.folder, env: { ...process.env, DATABASE_URL: path.join(world.folder, 'lectern.sqlite') } },
  );
  return stdout;
};

test('a server opts in, and sees what was asked in vain and which answers were wrong', async () => {
  const { playground } = world;
  const jimin = playground.as('jimin');
  const alex = playground.as('alex');
  await alex.invoke('ask', { options: { question: '아무도 모르는 비밀 레시피?' } });
  const off = await jimin.invoke('gaps');
  expect([off.isPrivate, off.labels]).toEqual([true, ['질문 보관하기']]);
  const on = await jimin.press(off, '질문 보관하기');
  expect(on.text).toMatch(/아직 없습니다/);

  await alex.invoke('ask', { options: { question: UNCOVERED } });
  const said = alex.say(`<@${playground.applicationId}> 오늘 점심은 뭐 먹을까?`);
  await playground.until(
    () => alex.messages().some(({ message_reference: to }) => to?.message_id === said.id),
    'an answer to the mention',
  );
  const answer = await alex.invoke('ask', { options: { question: 'What is Kubeflow?' } });
  expect(answer.labels).toEqual(expect.arrayContaining(["That's it", 'Not it']));
  const thanks = await jimin.press(answer, 'Not it');
  expect([thanks.isPrivate, thanks.text]).toEqual([true, expect.stringMatching(/고맙습니다/)]);
  await alex.press(answer, 'Not it');

  const { text } = await jimin.invoke('gaps');
  expect(text).toMatch(/점심[\s\S]*답 없음 2번/);
  expect(text).toMatch(/“What is Kubeflow\?”[\s\S]*아니에요 1번 · 가장 가까운 섹션:/);
  expect(text).not.toMatch(/레시피|alex/i);
});

test('whoever does not manage the server neither sees the command nor may press its buttons', async () => {
  const { playground } = world;
  expect(playground.as('alex').commands()).not.toContain('gaps');
  expect(playground.as('jimin').commands()).toContain('gaps');
});

test('the author reads it as CSV and JSON; questions of servers that did not opt in have no text', async () => {
  const csv = await report();
  expect(csv.split('\n')[0]).toBe('question,not_covered,wrong,right,session,section');
  expect(csv).toMatch(/점심[^\n]*,2,0,0,/);
  expect(csv).toMatch(/^,1,0,0,/m);
  expect(csv).not.toMatch(/레시피/);
  expect(JSON.parse(await report('--json'))).toEqual(
    expect.arrayContaining([expect.objectContaining({ question: 'What is Kubeflow?', wrong: 1 })]),
  );
});

test('one command deletes everything', async () => {
  const jimin = world.playground.as('jimin');
  expect((await jimin.invoke('gaps', { options: { action: 'forget' } })).text).toMatch(/모두 지웠습니다/);
  expect((await jimin.invoke('gaps')).text).toMatch(/아직 없습니다/);
});
