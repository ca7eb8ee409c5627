import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageFile } from '#pages/model.ts';
import { uploadOf } from '../../../src/discord/reply/body.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-test-'));
  await writeFile(path.join(folder, 'here.png'), 'here');
  await writeFile(path.join(folder, 'big.png'), Buffer.alloc(10 * 2 ** 20 + 1));
});
afterAll(() => rm(folder, { recursive: true }));

const picture = (name: string): PageFile => ({ name, path: path.join(folder, name), description: name });

const upload = async (...names: readonly string[]) => {
  const lines: string[] = [];
  const { body, files } = await uploadOf(
    {
      embeds: names.map((name, at) => ({
        color: 1,
        ...(at === 0 ? { title: 'A page' } : {}),
        image: { url: `attachment://${name}` },
      })),
      components: [],
      files: names.map(picture),
    },
    { log: pino({}, { write: (line: string) => lines.push(line) }) },
  );
  return { body, files: files.map(({ name }) => name), lines };
};

test('pictures go along, in the order of the page', async () => {
  const { body, files, lines } = await upload('here.png');
  expect(files).toEqual(['here.png']);
  expect(body.embeds).toStrictEqual([{ color: 1, title: 'A page', image: { url: 'attachment://here.png' } }]);
  expect(body.attachments).toStrictEqual([{ id: 0, filename: 'here.png', description: 'here.png' }]);
  expect(lines).toEqual([]);
});

test('a picture that has vanished is left out, and what refers to it', async () => {
  const { body, files, lines } = await upload('gone.png', 'also-gone.png', 'here.png');
  expect(files).toEqual(['here.png']);
  expect(body.embeds).toStrictEqual([
    { color: 1, title: 'A page' },
    { color: 1, image: { url: 'attachment://here.png' } },
  ]);
  expect(body.attachments).toStrictEqual([{ id: 0, filename: 'here.png', description: 'here.png' }]);
  expect(lines).toHaveLength(2);
  expect(lines[0] ?? '').toMatch(/gone\.png.*a picture was left out/);
});

test('a picture that Discord would refuse for its size is left out', async () => {
  const { body, files, lines } = await upload('big.png');
  expect([files, body.embeds]).toStrictEqual([[], [{ color: 1, title: 'A page' }]]);
  expect(lines[0] ?? '').toMatch(/10 MiB/);
});

test.each([
  ['nobody', undefined, { parse: [] }],
  ['nobody where the list of roles is empty', [], { parse: [] }],
  ['the role alone that the owner of a recap chose', ['7'], { parse: [], roles: ['7'] }],
])('what a page says pings %s', async (_who, roleIds, expected) => {
  const page = { content: '@everyone <@1> <@&7>', embeds: [], components: [], files: [] };
  const { body } = await uploadOf(page, { log: pino({ enabled: false }), ...(roleIds && { roleIds }) });
  expect(body.allowed_mentions).toStrictEqual(expected);
});
