import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pino from 'pino';
import type { PageFile } from '#pages/model.ts';
import { uploadOf } from '../../src/discord/body.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-test-'));
  await writeFile(path.join(folder, 'here.png'), 'here');
  await writeFile(path.join(folder, 'big.png'), Buffer.alloc(10 * 2 ** 20 + 1));
});
after(() => rm(folder, { recursive: true }));

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
  assert.deepEqual(files, ['here.png']);
  assert.deepEqual(body.embeds, [{ color: 1, title: 'A page', image: { url: 'attachment://here.png' } }]);
  assert.deepEqual(body.attachments, [{ id: 0, filename: 'here.png', description: 'here.png' }]);
  assert.deepEqual(lines, []);
});

test('a picture that has vanished is left out, and what refers to it', async () => {
  const { body, files, lines } = await upload('gone.png', 'also-gone.png', 'here.png');
  assert.deepEqual(files, ['here.png']);
  assert.deepEqual(body.embeds, [
    { color: 1, title: 'A page' },
    { color: 1, image: { url: 'attachment://here.png' } },
  ]);
  assert.deepEqual(body.attachments, [{ id: 0, filename: 'here.png', description: 'here.png' }]);
  assert.equal(lines.length, 2);
  assert.match(lines[0] ?? '', /gone\.png.*a picture is left out/);
});

test('a picture that Discord would refuse for its size is left out', async () => {
  const { body, files, lines } = await upload('big.png');
  assert.deepEqual([files, body.embeds], [[], [{ color: 1, title: 'A page' }]]);
  assert.match(lines[0] ?? '', /10 MiB/);
});
