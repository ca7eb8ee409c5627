import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeCut, escapeText } from '#pages/message/escape.ts';
import { nodeTypesOf, visible } from '../visible.ts';

/** Pieces of text that mean something to Discord, and what may stand around them. */
const dangerous = fc.constantFrom(
  '<@1>',
  '<@!12>',
  '<@&3>',
  '<#4>',
  '</ask:5>',
  '<t:1700000000:R>',
  '<:a:6>',
  '<a:b:7>',
  '<id:home>',
  '@everyone',
  '@here',
  '#',
  '##',
  '# ',
  '### ',
  '-# ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '12) ',
  '> ',
  '>>> ',
  '||',
  '**',
  '*',
  '__',
  '_',
  '~~',
  '~',
  '`',
  '```',
  '[a](https://b.c)',
  '[',
  ']',
  '(',
  ')',
  '\\',
  '<',
  '>',
  ':',
  'https://a.b/c_d',
  'http://x.y',
  '://',
  'a',
  '가',
  '나 다',
  ' ',
  '\n',
  '1',
  '.',
  '!',
  '|',
  '😀',
  '👩‍👩‍👧',
);
const text = fc.array(dangerous, { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('escaping what somebody wrote', () => {
  it('shows just that text, and makes nothing else of it than text and addresses', () => {
    fc.assert(
      fc.property(text, (wrote) => {
        const escaped = escapeText(wrote);
        const made = [...nodeTypesOf(escaped)].filter((kind) => kind !== 'text' && kind !== 'link');
        expect(made, `${JSON.stringify(wrote)} became ${JSON.stringify(escaped)}`).toEqual([]);
        expect(visible(escaped).trim()).toBe(wrote.trim());
      }),
      { numRuns: 600 },
    );
  });

  it.each(['<@1>', '<@&1>', '<#1>', '</ask:1>', '<t:1:R>', '<:cat:1>', '<a:cat:1>'])(
    'leaves no mention standing that a plain search would find: $0',
    (mention) => {
      expect(escapeText(mention)).not.toContain(mention.slice(0, 3));
    },
  );

  it.each(['@everyone', '@here'])('escapes $0', (mention) => {
    expect(escapeText(mention)).toBe(`\\${mention}`);
  });

  it.each([
    '안녕하세요! (정말로?) 3.5배 - 10:30',
    ':rocket: :white_check_mark: 끝',
    'C#과 C++',
    'a@b.kr',
    '50% & 20%',
  ])('keeps emoji, short codes, times of day and ordinary punctuation as they are: $0', (wrote) => {
    expect(visible(escapeText(wrote))).toBe(wrote);
  });

  it('writes a short code without an escape', () => {
    expect(escapeText(':white_check_mark:')).toBe(':white_check_mark:');
  });

  it('keeps addresses whole, underscores and all', () => {
    expect(escapeText('https://a.b/c_d_e, 그리고')).toBe('<https://a.b/c_d_e>, 그리고');
    expect(nodeTypesOf(escapeText('(https://a.b/c_d).')).has('link')).toBe(true);
    expect(visible(escapeText('(https://a.b/c_d).'))).toBe('(https://a.b/c_d).');
  });

  it('ends an address at a backtick, which would begin code', () => {
    expect(escapeText('https://a.b/c```@here```')).toBe('<https://a.b/c>\\`\\`\\`\\@here\\`\\`\\`');
  });

  it('makes lone surrogates and control characters harmless', () => {
    expect(escapeText('a\uD800b').isWellFormed()).toBe(true);
    expect(escapeText('a\u0000b\tc\u0085d')).toBe('ab cd');
  });

  it('fits what is cut, and never tears an escape', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (wrote, most) => {
        const escaped = escapeCut(wrote, most);
        expect(escaped.length).toBeLessThanOrEqual(most);
        const made = [...nodeTypesOf(escaped)].filter((kind) => kind !== 'text' && kind !== 'link');
        expect(made, `${JSON.stringify(wrote)} became ${JSON.stringify(escaped)}`).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
