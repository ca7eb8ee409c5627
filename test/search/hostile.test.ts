import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import type { SearchResult, Suggestion } from '#search/model.ts';
import { anyText } from '../anyText.ts';
import { library, session } from './library.ts';
import { SAMPLE } from './sample.ts';

const search = await createSearch(SAMPLE);
const texts = new Map(
  SAMPLE.sessions.flatMap(({ id, posts }) =>
    posts.flatMap(({ language, sections }) =>
      sections.map((section) => [`${id} ${section.id} ${language}`, section.text] as const),
    ),
  ),
);

function checkResult(result: SearchResult): void {
  expect(result.confidence).toBeGreaterThanOrEqual(0);
  expect(result.confidence).toBeLessThanOrEqual(1);
  expect(['answer', 'maybe', 'none']).toContain(result.verdict);
  const seen = new Set<string>();
  let last = Number.POSITIVE_INFINITY;
  for (const passage of result.passages) {
    const text = texts.get(`${passage.session} ${passage.section} ${passage.language}`);
    // A heading alone is shown with what stands below it, or what its post is about.
    if (text !== '') expect(text, 'quoted word for word').toContain(passage.quote);
    expect(passage.score).toBeLessThanOrEqual(last);
    expect(Number.isFinite(passage.score)).toBe(true);
    last = passage.score;
    expect(passage.confidence).toBeGreaterThanOrEqual(0);
    expect(passage.confidence).toBeLessThanOrEqual(1);
    expect(seen.has(`${passage.session} ${passage.section}`), 'one a section').toBe(false);
    seen.add(`${passage.session} ${passage.section}`);
    let end = 0;
    for (const [from, to] of passage.marks) {
      expect(from).toBeGreaterThanOrEqual(end);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(passage.quote.length);
      end = to;
    }
  }
  expect(result.passages.length).toBeLessThanOrEqual(10);
}

function checkSuggestions(suggestions: readonly Suggestion[]): void {
  expect(suggestions.length).toBeLessThanOrEqual(25);
  for (const { confidence } of suggestions) {
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  expect(new Set(suggestions.map(({ target }) => JSON.stringify(target))).size).toBe(suggestions.length);
}

const pieces = fc.oneof(
  anyText(40),
  fc.constantFrom(
    '빅쿼리',
    'BigQuery',
    'ㅋㅂ',
    '머신ㄹ',
    '에지 컴퓨팅',
    '왜',
    '?',
    '\ud800',
    '\udc00',
    '\u202e',
    '\0',
    '👩‍👩‍👧',
    'é',
    'İ',
    'ß',
  ),
  fc.string({ unit: fc.constantFrom(...'ㄱㅏㄴㅣㅡㅎ가힣 azQ0\n\t'), maxLength: 60 }),
);
const typed = fc.array(pieces, { maxLength: 8 }).map((all) => all.join(' '));

describe('anything typed', () => {
  it('gets a well-formed result', () => {
    fc.assert(
      fc.property(typed, (text) => {
        checkResult(search.search(text));
        for (const kind of ['session', 'topic', 'any'] as const)
          checkSuggestions(search.complete(text, { kind }));
        checkSuggestions(search.complete(text, { kind: 'section', session: '5' }));
      }),
      { numRuns: 150 },
    );
  });

  const hostile = {
    'thousands of jamo': 'ㄱㅏㄴㄷㅣ'.repeat(1_200),
    'one letter': 'a'.repeat(6_000),
    'one syllable': '가'.repeat(6_000),
    'one consonant': 'ㅋ'.repeat(6_000),
    emoji: '👩‍👩‍👧‍👦'.repeat(600),
    'right to left': '\u202eשלום עולם '.repeat(500),
    'control characters': '\u0000\u0007\u001b[2J'.repeat(900),
    'lone surrogates': '\ud800\udfff\ud800'.repeat(2_000),
    'combining marks': `a${'\u0301'.repeat(5_999)}`,
    'many words': Array.from({ length: 1_500 }, (_, i) => `w${i}`).join(' '),
    'more than is read': '빅쿼리 '.repeat(10_000),
  };
  it.each(Object.entries(hostile))('survives $0', (_name, text) => {
    checkResult(search.search(text));
    checkSuggestions(search.complete(text, { kind: 'any' }));
  });

  it('reads posts of anything too', async () => {
    await fc.assert(
      fc.asyncProperty(typed, typed, typed, async (title, name, text) => {
        const made = await createSearch(
          library([session(1, { title, sections: [{ id: 'a', name, text }] })]),
        );
        // A heading without a text is shown with what stands below it.
        for (const query of [title, name, text, '빅쿼리'])
          for (const { quote } of made.search(query).passages)
            expect(text.trim() === '' ? quote : text).toContain(quote);
      }),
      { numRuns: 60 },
    );
  });
});
