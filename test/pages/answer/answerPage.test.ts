import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawAnswer, drawFound } from '#pages/answer/answerPage.ts';
import { drawQuote } from '#pages/message/quote.ts';
import type { Page } from '#pages/model.ts';
import type { Passage, SearchResult, Verdict } from '#search/model.ts';
import { name } from '../arbitrary.ts';
import { english, korean, library, post, section, session, sources } from '../build.ts';
import { controlsOf, problemsOf } from '../validate.ts';
import { nodeTypesOf, visible } from '../visible.ts';

const quote = '에지 컴퓨팅은 기기 곁에서 처리합니다. 민감한 데이터가 밖으로 나가지 않습니다.';
const passage = (more: Partial<Passage> = {}): Passage => ({
  session: '4',
  section: 'edge',
  language: 'ko',
  score: 1,
  confidence: 0.9,
  quote,
  marks: [[0, 6]],
  ...more,
});
const of = sources(
  library([
    session(
      4,
      post('Cloud IoT Edge', [
        section({ name: 'Cloud IoT Edge', id: 'start', lead: true, markdown: '글' }),
        section({ name: '에지 컴퓨팅', id: 'edge', markdown: quote }),
        ...Array.from({ length: 8 }, (_, at) =>
          section({ name: `섹션 ${at}`, id: `s${at}`, markdown: '글' }),
        ),
      ]),
      post('Cloud IoT Edge', [section({ name: 'Edge computing', id: 'edge', markdown: 'Close by.' })], {
        language: 'en',
      }),
    ),
  ]),
);
const result = (
  verdict: Verdict,
  passages: readonly Passage[],
  more: Partial<SearchResult> = {},
): SearchResult => ({
  verdict,
  confidence: 0.9,
  passages,
  ...more,
});
const first = (page: Page) => page.embeds[0] ?? expect.unreachable('no embed');
const others = Array.from({ length: 8 }, (_, at) => passage({ section: `s${at}` }));

describe('an answer', () => {
  it('quotes the passage word for word, what matched in bold, and says where it stands', () => {
    const page = drawAnswer(of, '에지 컴퓨팅이 왜 중요해?', result('answer', [passage(), ...others]), korean);
    expect(problemsOf(page)).toEqual([]);
    expect(first(page).author?.name).toBe('“에지 컴퓨팅이 왜 중요해?”');
    expect(first(page).title).toBe('에지 컴퓨팅');
    expect(first(page).url).toBe('https://example.com/posts/one');
    expect(first(page).description).toBe(`> **에지 컴퓨팅**${quote.slice(6)}\n\n-# 4 · Cloud IoT Edge`);
    expect(controlsOf(page)).toEqual(['/s/4/s0', '/s/4/s1', '/s/4/s2', '/s/4/s3', '/s/4/edge', '/s/4']);
  });

  it('goes by the name of its session where an opening answers', () => {
    const page = drawAnswer(of, '뭐야', result('answer', [passage({ section: 'start' })]), korean);
    expect(first(page).title).toBe('4 · Cloud IoT Edge');
  });

  it('in doubt asks back: three passages with their quotations, the nearest sections in a menu', () => {
    const long = `${'가'.repeat(290)}. ${'나'.repeat(100)}.`;
    const near = [
      passage(),
      passage({ section: 's0', quote: long, marks: [[280, 310]] }),
      ...others.slice(1),
    ];
    const page = drawAnswer(of, '엣지?', result('maybe', near, { readAs: '에지' }), korean);
    expect(problemsOf(page)).toEqual([]);
    expect(first(page).title).toBe('혹시 이 내용인가요?');
    const shown = (first(page).description ?? '').split('\n\n');
    expect(shown).toHaveLength(4);
    expect(shown[0]).toBe('-# ‘에지’로 읽고 찾았습니다.');
    expect(shown[1]).toBe(`**에지 컴퓨팅**\n-# 4 · Cloud IoT Edge\n> **에지 컴퓨팅**${quote.slice(6)}`);
    expect(shown[2]).toContain(`> ${'가'.repeat(280)}**${'가'.repeat(10)}.**`);
    expect(shown[2]).not.toContain('나');
    expect(shown[3]).toContain('**섹션 1**');
    expect(controlsOf(page)).toEqual(['/s/4/edge', '/s/4/s0', '/s/4/s1', '/s/4/s2', '/s/4/s3', '/']);
  });

  it('that the posts do not have is not made up', () => {
    const near = drawAnswer(of, '점심 메뉴?', result('none', [passage()]), korean);
    expect(first(near).title).toBe('세션 글에 없는 내용입니다');
    expect(controlsOf(near)).toEqual(['/s/4/edge', '/']);
    const nothing = drawAnswer(of, 'What?', result('none', []), english);
    expect(first(nothing).description ?? '').toMatch(/Nothing comes close/);
    expect(controlsOf(nothing)).toEqual(['/']);
  });

  it('leaves out passages of sections that are gone', () => {
    const page = drawAnswer(of, '뭐야', result('answer', [passage({ section: 'gone' }), passage()]), korean);
    expect(first(page).title).toBe('에지 컴퓨팅');
    expect(
      first(drawAnswer(of, '뭐야', result('answer', [passage({ section: 'gone' })]), korean)).title,
    ).toBe('세션 글에 없는 내용입니다');
  });

  it('in another language than the reader has says nothing of it where the section exists in theirs', () => {
    const page = drawAnswer(of, 'edge?', result('answer', [passage()]), english);
    expect(first(page).description ?? '').not.toMatch(/no English text/);
    const only = drawAnswer(of, 'edge?', result('answer', [passage({ section: 's0' })]), english);
    expect(first(only).description ?? '').toMatch(/This section has no English text/);
  });

  it('to nothing asks for a question', () => {
    expect(first(drawAnswer(of, ' ', result('none', []), korean)).description ?? '').toMatch(/비어 있습니다/);
  });
});

describe('a quotation', () => {
  it('shows the words as they stand, whatever they are and wherever the marks', () => {
    const marks = fc
      .uniqueArray(fc.nat({ max: 60 }), { maxLength: 8 })
      .map((offsets) => [...offsets].sort((one, other) => one - other))
      .map((sorted) =>
        sorted.flatMap((start, at) =>
          at % 2 === 0 && sorted[at + 1] !== undefined ? [[start, sorted[at + 1] ?? start] as const] : [],
        ),
      );
    fc.assert(
      fc.property(fc.oneof(name, fc.string({ unit: 'grapheme', maxLength: 60 })), marks, (text, given) => {
        const words = text
          .toWellFormed()
          .replace(/[\p{Cc}\u2028\u2029\u200b]/gu, '')
          .trim();
        const inside = given.filter(([, end]) => end <= words.length);
        const drawn = drawQuote(words, inside);
        expect(drawn.length).toBeLessThanOrEqual(4_000);
        if (words.length <= 1_500)
          expect(visible(drawn).replace(/\s+/g, ' ').trim()).toBe(words.replace(/\s+/g, ' '));
        for (const kind of ['user', 'everyone', 'heading', 'list', 'spoiler', 'underline'] as const) {
          expect(nodeTypesOf(drawn).has(kind), `${kind} in ${drawn}`).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('of several lines is a quotation on each', () => {
    const lines = '하나다.\n- 둘이다.';
    expect(
      drawQuote(lines, [
        [0, 2],
        [7, 9],
      ]),
    ).toBe('> **하나**다.\n> \\- **둘이**다.');
    expect(drawQuote(lines, [[2, 8]])).toBe('> 하나다.\n> \\- 둘이다.');
  });

  it.each([
    ['points', '- **빠르다.** 기다리지 않는다.\n- 싸다.', '> 장점:\n> - 빠르다. 기다리지 않는다.\n> - 싸다.'],
    ['steps', '3. 빠르다. 기다리지 않는다.\n4. 싸다.', '> 장점:\n> 3. 빠르다. 기다리지 않는다.\n> 4. 싸다.'],
  ])('of a list shows its %s as the post does', (_, list, shown) => {
    const listed = library([
      session(1, post('글', [section({ name: '글', id: 'a', markdown: `장점:\n\n${list}` })])),
    ]);
    const quoted = passage({
      session: '1',
      section: 'a',
      quote: '장점:\n빠르다. 기다리지 않는다.\n싸다.',
      marks: [],
    });
    const page = drawAnswer(sources(listed), '장점', result('answer', [quoted]), korean);
    expect(problemsOf(page)).toEqual([]);
    expect(first(page).description).toContain(shown);
  });

  it('of one item alone is a sentence', () => {
    expect(drawQuote('싸다.\n빠르다.', [], new Map([['싸다.', '- ']]))).toBe('> 싸다.\n> 빠르다.');
  });

  it('that is long is cut at a sentence, marks and all', () => {
    const long = '문장이 여기에 있습니다. '.repeat(300);
    const drawn = drawQuote(long, [
      [0, 3],
      [3_000, 3_003],
    ]);
    expect(drawn).toMatch(/^> \*\*문장이\*\* 여기에[\s\S]*있습니다\.$/);
    expect(drawn.length).toBeLessThan(1_600);
  });
});

describe('what a message is about', () => {
  it('is a list of sections', () => {
    const page = drawFound(of, '에지가 뭐죠', result('answer', [passage(), ...others]), korean);
    expect(problemsOf(page)).toEqual([]);
    expect(first(page).title).toBe('이 메시지와 관련된 섹션');
    expect(controlsOf(page)).toHaveLength(6);
  });

  it('may be nothing, or not even text', () => {
    expect(first(drawFound(of, '점심?', result('none', []), english)).title).toBe(
      'No section is about this message',
    );
    expect(first(drawFound(of, '', result('none', []), english)).description ?? '').toMatch(/no text/);
  });
});
