import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdOf } from '#pages/ids.ts';
import {
  type Control,
  encodeControl,
  encodeRoute,
  questionRoute,
  type Route,
  readControl,
  shortQuestionRoute,
} from '#pages/route.ts';

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-');
const id = (most: number) =>
  fc.array(letter, { minLength: 1, maxLength: most }).map((letters) => letters.join(''));
const part = fc.integer({ min: 1, max: 9_999 });
const extras = fc.record(
  { language: fc.constantFrom('ko', 'en', 'fil'), recap: fc.stringMatching(/^[A-Za-z0-9_-]{1,25}$/) },
  { requiredKeys: [] },
);
const page: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ page: fc.constant('index' as const), part }),
  fc.record({
    page: fc.constant('index' as const),
    groups: fc.array(id(21), { minLength: 1, maxLength: 4 }),
    part,
  }),
  fc.record({ page: fc.constant('session' as const), session: id(40), part }),
  fc.record({ page: fc.constant('section' as const), session: id(40), section: id(48), part }),
  fc.record({ page: fc.constant('topic' as const), topic: id(48), part }),
  fc.record({ page: fc.constant('speaker' as const), speaker: id(48), part }),
  fc.constant({ page: 'help' as const }),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 54 })
    .map((question) => questionRoute('answer', question) ?? { page: 'help' as const }),
);
const route: fc.Arbitrary<Route> = fc.tuple(page, extras).map(([own, more]) => ({ ...own, ...more }));
const control: fc.Arbitrary<Control> = fc.record({
  kind: fc.constantFrom('open', 'share', 'save', 'right', 'wrong'),
  route,
});
const salt = fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined });

describe('the codec of routes', () => {
  it('fits a custom_id, whatever the ids', () => {
    fc.assert(
      fc.property(control, salt, (given, number) => {
        expect(encodeControl(given, number).length).toBeLessThanOrEqual(100);
        expect(encodeRoute(given.route).length).toBeLessThanOrEqual(96);
      }),
    );
  });

  it('gives back what was written; ids that were too long are still found', () => {
    fc.assert(
      fc.property(control, salt, (given, number) => {
        const text = encodeControl(given, number);
        const read = readControl(text);
        expect.assert(read !== undefined, text);
        expect(encodeControl(read)).toBe(encodeControl(given));
        const { route: wrote } = given;
        const { route: got } = read;
        if (wrote.page === 'section' && got.page === 'section') {
          expect(isIdOf(got.session, wrote.session), text).toBe(true);
          expect(isIdOf(got.section, wrote.section), text).toBe(true);
          expect({ ...got, session: '', section: '' }).toStrictEqual({ ...wrote, session: '', section: '' });
        } else {
          expect(got).toStrictEqual(wrote);
        }
      }),
    );
  });

  it('writes addresses that people can read', () => {
    const section: Route = { page: 'section', session: '5', section: 'bigquery-ml', part: 2, language: 'en' };
    expect(encodeRoute(section)).toBe('/s/5/bigquery-ml?p=2&l=en');
    expect(encodeControl({ kind: 'share', route: { page: 'topic', topic: 'automl', part: 1 } }, 3)).toBe(
      '!/t/automl#3',
    );
    expect(encodeRoute({ page: 'index', part: 1, recap: 'k_1' })).toBe('/?r=k_1');
    expect(encodeRoute({ page: 'answer', question: '에지 컴퓨팅이 왜 중요해?' })).toBe(
      '/a/에지 컴퓨팅이 왜 중요해%3F',
    );
  });

  it('refuses everything that it would not have written', () => {
    const forged = [
      '',
      '/s',
      '/s/',
      '/s/5/',
      '/s//x',
      '/x/5',
      '/s/5/a/b',
      '/s/5?p=0',
      '/s/5?p=1',
      '/s/5?p=02',
      '/s/5?p=-2',
      '/s/5?p=1e3',
      '/s/5?p=99999',
      '/s/5?l=en&p=2',
      '/s/5?p=2&p=3',
      '/s/5?x=1',
      '/s/5?',
      '/s/5#',
      '/s/5#0',
      '/s/5#100',
      '/s/5#1#2',
      '!!/s/5',
      '/S/5',
      '/s/5%20',
      '/s/한글',
      '/help?p=2',
      '/help/x',
      '/a/',
      '/a/%',
      '/a/ x',
      's/5',
      '/s/5\n',
      '/s/5?r=a b',
      `/s/${'a'.repeat(49)}`,
      `/a/${'가'.repeat(90)}`,
      'menu#1',
      '__proto__',
      '/?l=EN',
      '/?r=',
      `/?r=${'a'.repeat(26)}`,
    ];
    for (const text of forged) expect(readControl(text), text).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (text) => {
        const read = readControl(text);
        if (read !== undefined) expect(encodeControl(read)).toBe(text.replace(/#\d+$/, ''));
      }),
    );
  });

  it('has no address for a question that is too long or empty', () => {
    expect(questionRoute('answer', '가'.repeat(55))).toBeUndefined();
    expect(questionRoute('answer', ' \n ')).toBeUndefined();
    expect(questionRoute('found', ' a \n b ')).toStrictEqual({ page: 'found', question: 'a b' });
  });
});

describe('the route of a question of any length', () => {
  it('is that of the question where it fits, and else of its beginning', () => {
    expect(shortQuestionRoute('Why?')).toStrictEqual({ page: 'answer', question: 'Why?' });
    const long =
      '에지 컴퓨팅을 공장에 들이면 좋은 점이 무엇인지, 그리고 보안은 어떻게 하는지 자세히 알려 주실 수 있나요?';
    const route = shortQuestionRoute(long);
    expect(route?.page === 'answer' && route.question).toMatch(/^에지 컴퓨팅을 공장에 [\s\S]*…$/);
  });

  it('is always one that a button can carry', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (question) => {
        const short = shortQuestionRoute(question);
        if (short === undefined) return;
        const mark = { kind: 'wrong', route: short } as const;
        expect(readControl(encodeControl(mark))).toStrictEqual(mark);
      }),
    );
  });
});
