import { describe, expect, test } from 'vitest';
import { type Composed, withComposed } from '#pages/answer/composed.ts';
import { compose } from '#pages/message/compose.ts';
import { LIMITS } from '#pages/message/limits.ts';
import { english, korean } from '../build.ts';
import { problemsOf } from '../validate.ts';
import { nodeTypesOf, visible } from '../visible.ts';

const page = compose({
  embeds: [{ title: 'BigQuery ML', description: '> Word for word.\n\n-# 5 · Platform' }],
  rows: [],
});
const written = (...texts: readonly string[]): Composed => {
  const [first = '', ...others] = texts;
  const sentence = (text: string) => ({ text, sources: [1] });
  return {
    sentences: [sentence(first), ...others.map(sentence)],
    sources: [
      { label: 'BigQuery ML', place: '5 · Platform', text: '', names: [] },
      { label: 'Not cited', place: '', text: '', names: [] },
    ],
  };
};
const drawn = (composed: Composed, reader = korean) => {
  const shown = withComposed(page, composed, reader);
  expect(problemsOf(shown)).toEqual([]);
  return shown.embeds[0] ?? expect.unreachable('no embed');
};

describe('what a model has written', () => {
  test('stands above the quote, with the places that it cites; the footer says who wrote it', () => {
    const { description = '', footer } = drawn(written('It runs SQL.', 'It is quick.'), english);
    expect(
      visible(description)
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual(['It runs SQL [1]. It is quick [1].', '[1] BigQuery ML', 'Word for word.', '5 · Platform']);
    expect(footer?.text).toMatch(/model/);
  });

  test.each([
    '@everyone <@1> <@&2> <#3> hi',
    '[press](https://evil.example)',
    '# **Big** news ||spoiler||',
    '> quoted `code`',
    '<t:1:R> :tada:',
    'javascript:alert(1)',
  ])('is shown as it is, and does nothing: %s', (text) => {
    const { description = '' } = drawn(written(text));
    const [line = ''] = description.split('\n');
    expect(visible(line)).toBe(`${text} [1]`);
    expect(
      [...nodeTypesOf(line)].filter((type) => !['paragraph', 'text', 'emoji', 'link'].includes(type)),
    ).toEqual([]);
  });

  test('keeps the quote below, however much it is', () => {
    const { description = '' } = drawn(written(...Array.from({ length: 4 }, () => '*'.repeat(350))));
    expect(description.length).toBeLessThanOrEqual(LIMITS.description);
    expect(description).toContain('> Word for word.');
  });
});
