import { expect, it } from 'vitest';
import { sourcesFor } from '#pages/answer/sources.ts';
import { folder } from '../../library/folder.ts';
import { english } from '../build.ts';

const FILLER = 'Nothing of note was said for a while. '.repeat(60);

it('a source is read around its quote, also where a line that says nothing was left out of it', async () => {
  const library = await (
    await folder({
      'content/a.md': `---
title: Ovens
lang: en
---

## Doors

${FILLER}

Wipe the glass with vinegar.

Photo by somebody

Wait until it is dry.
`,
    })
  ).read();
  const [session] = library.sessions;
  const section = session?.posts[0].sections.find(({ name }) => name === 'Doors');
  const passage = {
    session: session?.id ?? '',
    section: section?.id ?? '',
    language: 'en',
    score: 1,
    confidence: 1,
    quote: 'Wipe the glass with vinegar.\nWait until it is dry.',
    marks: [],
  };
  const found = { verdict: 'answer', confidence: 1, passages: [passage], answer: { kind: 'quote' } } as const;
  const [source] = sourcesFor(library, found, english);
  expect(source?.text).toContain('Wipe the glass with vinegar.');
  expect(source?.text).toContain('Wait until it is dry.');
});
