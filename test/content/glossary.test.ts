import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Topic } from '#library/model.ts';
import { readCorpus } from '../relevance/corpora.ts';
import { CONTENT, LANGUAGES, rawPosts } from './files.ts';

const library = await readCorpus('full');
const glossary = library.topics.filter((topic) => topic.source === 'glossary');

const both = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });
const entries = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]{1,48}$/),
      name: both,
      aliases: z.array(z.string().min(1)),
      summary: both,
      url: z.url({ protocol: /^https$/ }).optional(),
      now: both.optional(),
    }),
  )
  .parse(parse(readFileSync(join(CONTENT, 'topics.yml'), 'utf8')));

function topic(id: string): Topic {
  const found = library.topics.find((candidate) => candidate.id === id);
  expect.assert(found, `no topic ${id}`);
  return found;
}

function sessionsOf({ about, mentions }: Topic): readonly string[] {
  return [...new Set([...about, ...mentions].map((ref) => ref.session))].sort();
}

test('there are at least 40 topics, and the library takes all of them', () => {
  expect(entries.length).toBeGreaterThanOrEqual(40);
  expect(glossary.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
});

test('no two topics go by the same name', () => {
  const owners = new Map<string, string>();
  for (const { id, name, aliases } of entries) {
    for (const called of new Set([name.ko, name.en, ...aliases])) {
      const key = called.normalize('NFC').toLowerCase().replace(/[\s-]/g, '');
      const owner = owners.get(key);
      expect(owner ?? id, `${called} names two topics`).toBe(id);
      owners.set(key, id);
    }
  }
});

test('a summary is one sentence', () => {
  for (const { id, summary } of entries) {
    for (const [language, text] of Object.entries(summary)) {
      const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
      expect(sentences, `${id}: ${text}`).toHaveLength(1);
      expect(text, id).toMatch(/\.$/);
    }
  }
});

test('every topic has at least one section', () => {
  for (const { id, about, mentions } of glossary)
    expect(about.length + mentions.length, id).toBeGreaterThan(0);
});

test('what sections are about stands in the glossary, with a name in each language', () => {
  expect(library.topics.filter(({ source }) => source === 'heading').map(({ id }) => id)).toEqual([]);
});

test('topic pages join the sessions', () => {
  expect(sessionsOf(topic('bigquery'))).toEqual(['1', '5']);
  expect(sessionsOf(topic('cloud-automl'))).toEqual(['2', '3', '4']);
  expect(sessionsOf(topic('data-studio'))).toEqual(['1', '5']);
  expect(sessionsOf(topic('cloud-vision-api'))).toEqual(['3', '6']);
  expect(sessionsOf(topic('ai-democratization'))).toEqual(['1', '5']);
});

test.each([
  ['bigquery', '1/bigquery'],
  ['data-lake', '1/data-lake'],
  ['wemakeprice', '1/wemakeprice'],
  ['cloud-automl', '2/cloud-automl'],
  ['cloud-automl', '3/cloud-automl'],
  ['csi', '2/csi'],
  ['cloud-vision-api', '3/vision-api-demo'],
  ['edge-computing', '4/edge-computing'],
  ['quantization', '4/quantization'],
  ['edge-tpu', '4/edge-tpu'],
  ['bigquery-ml', '5/bigquery-ml'],
  ['kubeflow', '5/kubeflow'],
  ['netmarble', '5/netmarble'],
  ['samsung', '6/samsung'],
  ['tensorflow-playground', '6/tensorflow-playground'],
])('the topic $0 is about the section $1, whose heading names it', (id, section) => {
  expect(topic(id).about.map((ref) => `${ref.session}/${ref.section}`)).toContain(section);
});

test('what a product is called now stands in the post and in the glossary alike', () => {
  const changed = entries.filter((entry) => entry.now).map((entry) => entry.id);
  expect(changed.sort()).toEqual([
    'cloud-automl',
    'cloud-datalab',
    'cloud-iot-core',
    'cloud-ml-engine',
    'data-studio',
    'edge-tpu',
    'kubeflow',
  ]);
  const closing = { ko: /^\*\*지금은\*\*/m, en: /^\*\*Now:\*\*/m };
  for (const language of LANGUAGES) {
    const count = rawPosts(language).reduce((sum, post) => {
      const text = readFileSync(join(CONTENT, post.file), 'utf8');
      return sum + [...text.matchAll(new RegExp(closing[language], 'gm'))].length;
    }, 0);
    expect(count, language).toBe(8);
  }
});
