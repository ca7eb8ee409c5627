import { describe, expect, it } from 'vitest';
import type { Speaker } from '#library/model.ts';
import { createSearch } from '#search/engine.ts';
import type { Scope } from '#search/model.ts';
import { library } from './library.ts';
import { SAMPLE } from './sample.ts';

function speaker(id: string, names: readonly string[], affiliation?: string): Speaker {
  return {
    id,
    kind: 'person',
    name: { ko: names[0] ?? '' },
    names,
    title: {},
    affiliation: affiliation === undefined ? {} : { ko: affiliation },
  };
}

const [four, five] = SAMPLE.sessions;
const spoken = library(
  [
    ...(four === undefined
      ? []
      : [{ ...four, speakers: [speaker('hong', ['홍길동', 'Gildong Hong'], '베스핀글로벌')] }]),
    ...(five === undefined
      ? []
      : [{ ...five, speakers: [speaker('kim', ['김민수']), speaker('doe', ['Jane Doe'], 'Acme')] }]),
  ],
  SAMPLE.topics,
);
const search = await createSearch(spoken);
const best = (typed: string, scope: Scope = { kind: 'session' }) => search.complete(typed, scope)[0]?.target;

describe('speakers', () => {
  it.each([
    ['홍길동', 'hong'],
    ['홍길', 'hong'],
    ['길동', 'hong'],
    ['gildong', 'hong'],
    ['Gildong Hong', 'hong'],
    ['Hong Gildong', 'hong'],
    ['gildong hog', 'hong'],
    ['홍길돈', 'hong'],
    ['ㅎㄱㄷ', 'hong'],
    ['ghdrlfehd', 'hong'],
    ['ㄱㅁㅅ', 'kim'],
    ['minsu kim', 'kim'],
    ['kim minsu', 'kim'],
    ['jane', 'doe'],
    ['제인 도', 'doe'],
    ['jnae doe', 'doe'],
  ])('are found beside sessions and topics: %s', (typed, id) => {
    for (const scope of [{ kind: 'session' }, { kind: 'topic' }, { kind: 'speaker' }] as const)
      expect(best(typed, scope)).toEqual({ kind: 'speaker', speaker: id });
  });

  it('are offered by whom they work for, and not taken for it', () => {
    const [first] = search.complete('베스핀글로벌', { kind: 'speaker' });
    expect(first?.target).toEqual({ kind: 'speaker', speaker: 'hong' });
    expect(first?.confidence).toBeLessThan(0.5);
  });

  it('stand behind sessions and topics of the same name', async () => {
    const named = library(
      four === undefined ? [] : [{ ...four, speakers: [speaker('x', [four.posts[0].title])] }],
    );
    const own = await createSearch(named);
    const title = four?.posts[0].title ?? '';
    expect(own.complete(title, { kind: 'session' }).map(({ target }) => target.kind)).toEqual([
      'session',
      'speaker',
    ]);
  });

  it('come and go with the library', async () => {
    const own = await createSearch(SAMPLE);
    expect(own.complete('홍길동', { kind: 'speaker' })).toEqual([]);
    await own.update(spoken);
    expect(own.complete('홍길동', { kind: 'speaker' })[0]?.target).toEqual({
      kind: 'speaker',
      speaker: 'hong',
    });
    await own.update(SAMPLE);
    expect(own.complete('홍길동', { kind: 'speaker' })).toEqual([]);
  });

  it('are listed before anything is typed where only they are asked for', () => {
    expect(search.complete('', { kind: 'speaker' }).map(({ target }) => target)).toEqual(
      ['hong', 'kim', 'doe'].map((id) => ({ kind: 'speaker', speaker: id })),
    );
  });
});
