import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { escapeCut, escapeText } from '#pages/markdown/escape.ts';
import { nodeTypesOf, visible } from './visible.ts';

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
        assert.deepEqual(made, [], `${JSON.stringify(wrote)} became ${JSON.stringify(escaped)}`);
        assert.equal(visible(escaped).trim(), wrote.trim());
      }),
      { numRuns: 600 },
    );
  });

  it('leaves no mention standing that a plain search would find', () => {
    for (const mention of ['<@1>', '<@&1>', '<#1>', '</ask:1>', '<t:1:R>', '<:cat:1>', '<a:cat:1>']) {
      assert.ok(!escapeText(mention).includes(mention.slice(0, 3)), mention);
    }
    assert.equal(escapeText('@everyone'), '\\@everyone');
  });

  it('keeps emoji, short codes, times of day and ordinary punctuation as they are', () => {
    for (const wrote of [
      '안녕하세요! (정말로?) 3.5배 - 10:30',
      ':rocket: :white_check_mark: 끝',
      'C#과 C++',
      'a@b.kr',
      '50% & 20%',
    ]) {
      assert.equal(visible(escapeText(wrote)), wrote);
    }
    assert.equal(escapeText(':white_check_mark:'), ':white_check_mark:');
  });

  it('keeps addresses whole, underscores and all', () => {
    assert.equal(escapeText('https://a.b/c_d_e, 그리고'), '<https://a.b/c_d_e>, 그리고');
    assert.ok(nodeTypesOf(escapeText('(https://a.b/c_d).')).has('link'));
    assert.equal(visible(escapeText('(https://a.b/c_d).')), '(https://a.b/c_d).');
  });

  it('makes lone surrogates and control characters harmless', () => {
    assert.ok(escapeText('a\uD800b').isWellFormed());
    assert.equal(escapeText('a\u0000b\tc\u0085d'), 'ab cd');
  });

  it('fits what is cut, and never tears an escape', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (wrote, most) => {
        const escaped = escapeCut(wrote, most);
        assert.ok(escaped.length <= most);
        const made = [...nodeTypesOf(escaped)].filter((kind) => kind !== 'text' && kind !== 'link');
        assert.deepEqual(made, [], `${JSON.stringify(wrote)} became ${JSON.stringify(escaped)}`);
      }),
      { numRuns: 400 },
    );
  });
});
