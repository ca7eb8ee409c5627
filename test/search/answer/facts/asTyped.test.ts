import { describe, expect, it } from 'vitest';
import type { Library } from '#library/model.ts';
import type { Fact } from '#search/model.ts';
import { readAsked } from '../../../relevance/asked.ts';
import { openCorpus } from '../../../relevance/corpora.ts';

/** Names that the posts give to something: topics, tags, sections. */
const namesIn = ({ topics, sessions }: Library): ReadonlySet<string> =>
  new Set(
    [
      ...topics.flatMap(({ name }) => Object.values(name).filter((one) => one !== undefined)),
      ...sessions.flatMap(({ posts }) =>
        posts.flatMap(({ tags, sections }) => [...tags, ...sections.map(({ name }) => name)]),
      ),
    ].map((name) => name.toLowerCase()),
  );

const calledIn = (fact: Fact): string | undefined => ('only' in fact ? fact.only : undefined);

describe('what a fact is about', () => {
  it('is called as it was typed, or as posts call it', async () => {
    const { library, search } = await openCorpus('full');
    const names = namesIn(library);
    const questions = [
      ...readAsked('tune').flatMap(({ set, kind, text }) =>
        set === 'content' && (kind === 'event' || kind === 'who-where-name') ? [text] : [],
      ),
      '비개발자를 위한 BigQuery 발표는 몇 번째였나요',
      'which AutoML talk is aimed at beginners',
      '뒤에서 두 번째 발표에서 POS 얘기',
      'スポンサーの話をしたセッション',
    ];
    let called = 0;
    for (const text of questions) {
      const { answer } = search.search(text);
      const name = answer?.kind === 'facts' ? calledIn(answer.fact) : undefined;
      if (name === undefined) continue;
      called += 1;
      const isTyped = name.split(' ').every((word) => text.toLowerCase().includes(word.toLowerCase()));
      expect(isTyped || names.has(name.toLowerCase()), `${text}: ${name}`).toBe(true);
    }
    expect(called).toBeGreaterThan(10);
  });
});
