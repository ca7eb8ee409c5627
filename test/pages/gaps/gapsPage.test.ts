import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#locales/index.ts';
import { drawGaps, drawGapsOff, encodeGapsAction, readGapsAction } from '#pages/gaps/gapsPage.ts';
import { type AskedOnce, groupGaps } from '#pages/gaps/groupGaps.ts';
import { english, korean, library, post, section, session, sources } from '../build.ts';
import { customIdsOf, problemsOf } from '../validate.ts';

const of = sources(
  library([session(5, post('다섯', [section({ name: '하나', id: 'one', markdown: '글' })]))]),
);
const nearest = { session: '5', section: 'one' };
const asked = (question: string | undefined, kind: AskedOnce['kind'] = 'none'): AskedOnce => ({
  question,
  kind,
  nearest,
});

describe('questions that are alike', () => {
  it.each([
    ['particles and endings', '쿠버네티스 비용이 얼마인가요?', '쿠버네티스 비용은 얼마예요'],
    ['framing words', 'what is the price of Spanner?', 'tell me the Spanner price'],
    ['order', 'Spanner 가격', '가격 Spanner'],
    ['numbers of words', 'pricing plans', 'pricing plan'],
  ])('are one: %s', (_name, one, other) => {
    expect(groupGaps([asked(one), asked(other)])).toHaveLength(1);
  });

  it('are not one where they are about other things', () => {
    expect(groupGaps([asked('Spanner 가격'), asked('주차장이 어디예요?')])).toHaveLength(2);
  });

  it('are counted by what became of them, the most missed first; what is right alone is no gap', () => {
    const gaps = groupGaps([
      asked('주차장이 어디예요?'),
      asked('Spanner 가격', 'wrong'),
      asked('Spanner 가격'),
      asked('Spanner 가격', 'right'),
      asked('텐서가 뭐야?', 'right'),
      asked(undefined),
    ]);
    expect(gaps.map(({ question, counts }) => [question, counts])).toEqual([
      ['Spanner 가격', { none: 1, wrong: 1, right: 1 }],
      ['주차장이 어디예요?', { none: 1, wrong: 0, right: 0 }],
      [undefined, { none: 1, wrong: 0, right: 0 }],
    ]);
    expect(gaps[0]?.nearest).toEqual(nearest);
  });

  it('are all there, each once', () => {
    const one = fc.record({
      question: fc.option(fc.string(), { nil: undefined }),
      kind: fc.constantFrom('none' as const, 'wrong' as const),
      nearest: fc.constantFrom(nearest, undefined),
    });
    fc.assert(
      fc.property(fc.array(one), (list) => {
        const counted = groupGaps(list).map(({ counts }) => counts.none + counts.wrong);
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(list.length);
        expect(counted).toEqual(counted.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe('the page of what is missing', () => {
  const many = groupGaps(
    Array.from({ length: 20 }, (_, at) =>
      asked(`${'가나다라마바사아자차카타파하거너더러머버'.charAt(at)}${at}번`),
    ),
  );

  it.each([
    [1, ['/g?p=2']],
    [2, ['/g?p=1', '/g?p=3']],
    [3, ['/g?p=2']],
    [99, ['/g?p=2']],
  ])('turns: %i', (part, turns) => {
    const page = drawGaps(of, many, part, korean);
    expect(problemsOf(page)).toEqual([]);
    expect(customIdsOf(page).filter((id) => id.startsWith('/g'))).toEqual(turns);
  });

  it('holds nothing that pings, breaks out of its place, or is too long', () => {
    const page = drawGaps(of, groupGaps([asked('@everyone **x** <@1> `'.repeat(30))]), 1, english);
    expect(problemsOf(page)).toEqual([]);
  });

  it.each(LOCALES)('says so where there is nothing, and asks where nothing is kept: %s', (locale) => {
    const reader = { locale, language: locale };
    for (const page of [drawGaps(of, [], 1, reader), drawGapsOff(reader)])
      expect(problemsOf(page)).toEqual([]);
    expect(customIdsOf(drawGapsOff(reader))).toEqual(['/g/start']);
  });

  it('reads back its own controls alone', () => {
    for (const control of [{ action: 'start' }, { action: 'show', part: 7 }] as const)
      expect(readGapsAction(encodeGapsAction(control))).toEqual(control);
    for (const text of ['/g', '/g?p=0', '/g/stop', '/s/5']) expect(readGapsAction(text)).toBeUndefined();
  });
});
