import { describe, expect, it } from 'vitest';
import { drawPage } from '#pages/draw.ts';
import type { Page } from '#pages/model.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../library/folder.ts';
import { openCorpus } from '../../relevance/corpora.ts';
import { english, korean, sources as sourcesOf } from '../build.ts';
import { controlsOf, problemsOf } from '../validate.ts';

const POSTS = {
  'content/1.md': `---
title: Loom Days 2023, day one
date: 2023-03-04
---

Loom Days were held at Mill Hall on 4 March. 240 people came.

## The long warp — Ines Halvorsen

A warp is set first.

## Why looms creak — Tobias Okonkwo

They are dry.

## Dyes that stay — Ravi Castellanos

Salt keeps them.
`,
};

const first = (page: Page) => page.embeds[0] ?? expect.unreachable('no embed');

async function drawLoom(question: string): Promise<Page> {
  const library = await (await folder(POSTS)).read();
  const sources = { ...sourcesOf(library), search: await createSearch(library) };
  const page = drawPage(sources, { page: 'answer', question }, english);
  expect(problemsOf(page)).toEqual([]);
  return page;
}

describe('a fact that posts tell', () => {
  it('stands below the heading of where it is told, and leads there', async () => {
    const { library, search } = await openCorpus('full');
    const sources = { ...sourcesOf(library), search };
    const page = drawPage(sources, { page: 'answer', question: '초보자 추천 세션' }, korean);
    expect(first(page).title).toMatch(/^6 · /);
    expect(first(page).description).toMatch(/^> 마지막 세션은 엔지니어가 아닌 사람을 위해/);
    expect(controlsOf(page)).toContain('/s/6/start');
  });

  it('lists the talks of the one post that is shown as the title, once', async () => {
    const { title, description } = first(await drawLoom('what talks were there'));
    expect(title).toMatch(/day one/);
    expect(description).toBe(
      '- The long warp — Ines Halvorsen\n- Why looms creak — Tobias Okonkwo\n- Dyes that stay — Ravi Castellanos',
    );
  });

  it('shows who spoke at each talk in lines of one block', async () => {
    const { description } = first(await drawLoom('who spoke'));
    expect(description).toBe(
      '> The long warp — Ines Halvorsen\n> Why looms creak — Tobias Okonkwo\n> Dyes that stay — Ravi Castellanos',
    );
  });

  it('does not say twice what the title says', async () => {
    const { library, search } = await openCorpus('full');
    const page = drawPage(
      { ...sourcesOf(library), search },
      { page: 'answer', question: '2번 발표 누가' },
      korean,
    );
    expect(first(page).title).toMatch(/^2 · /);
    expect(first(page).description).toBe('베스핀글로벌이 발표했습니다.');
  });
});
