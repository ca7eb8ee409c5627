import { expect, test } from 'vitest';
import type { Topic } from '#library/model.ts';
import { openCorpus } from '../relevance/corpora.ts';

const { library, search } = await openCorpus('full');

function names({ name, aliases }: Topic): readonly string[] {
  const written = [...Object.values(name), ...aliases].filter((called) => called !== undefined);
  return [...new Set(written.flatMap((called) => [called, called.replace(/\s/g, '')]))];
}

test('/topic finds every topic under its names and each of its aliases, spaced or not', () => {
  const missed: string[] = [];
  for (const topic of library.topics) {
    for (const called of names(topic)) {
      const [first] = search.complete(called, { kind: 'topic' });
      const found = first?.target.kind === 'topic' ? first.target.topic : undefined;
      if (found !== topic.id || (first?.confidence ?? 0) < 0.5)
        missed.push(`${called}: ${found} (${first?.confidence}), not ${topic.id}`);
    }
  }
  expect(missed).toEqual([]);
});

test('/session finds each section by its name in either language', () => {
  const missed: string[] = [];
  for (const session of library.sessions) {
    for (const { name, id } of session.posts.flatMap((post) => post.sections)) {
      const [first] = search.complete(name, { kind: 'section', session: session.id });
      const found = first?.target.kind === 'section' ? first.target.section : undefined;
      if (found !== id) missed.push(`${session.id}, ${name}: ${found}, not ${id}`);
    }
  }
  expect(missed).toEqual([]);
});
