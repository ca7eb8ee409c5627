import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '#playground/web/markdown/blocks.ts';
import { parseInline } from '#playground/web/markdown/inline.ts';
import type { Block, Inline, List } from '#playground/web/markdown/model.ts';

/** A tree in one readable line, so that a test reads as what it means. */
function show(nodes: readonly (Inline | Block)[]): string {
  return nodes.map(showOne).join('');
}

function showOne(node: Inline | Block): string {
  switch (node.type) {
    case 'text':
      return 'text' in node ? node.text : `{${show(node.children)}}`;
    case 'code':
      return 'language' in node ? `pre:${node.language}(${node.text})` : `code(${node.text})`;
    case 'link':
      return `link:${node.url}(${show(node.children)})`;
    case 'heading':
      return `h${node.level}(${show(node.children)})`;
    case 'list':
      return showList(node);
    case 'user':
    case 'role':
    case 'channel':
      return `${node.type}:${node.id}`;
    case 'everyone':
      return `@${node.name}`;
    case 'command':
      return `/${node.name}:${node.id}`;
    case 'time':
      return `time:${node.seconds}:${node.style}`;
    case 'emoji':
      return `emoji:${node.name}`;
    default:
      return `${node.type}(${show(node.children)})`;
  }
}

function showList(list: List): string {
  const items = list.items.map((item) => show(item.children) + item.lists.map(showList).join('')).join('; ');
  return `${list.ordered ? `ol${list.start}` : 'ul'}[${items}]`;
}

const inline: readonly (readonly [string, string])[] = [
  ['**bold**', 'strong(bold)'],
  ['*em* and _em_', 'emphasis(em) and emphasis(em)'],
  ['***both***', 'strong(emphasis(both))'],
  ['__under__ ~~strike~~ ||spoiler||', 'underline(under) strike(strike) spoiler(spoiler)'],
  ['__*nested **deep***__', 'underline(emphasis(nested strong(deep)))'],
  ['snake_case_name stays', 'snake_case_name stays'],
  ['한국어_이름_표기', '한국어_이름_표기'],
  ['**빅쿼리**는 *빠릅니다*.', 'strong(빅쿼리)는 emphasis(빠릅니다).'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['**not closed', '**not closed'],
  ['\\*plain\\* \\_ \\`', '*plain* _ `'],
  ['C:\\dir', 'C:\\dir'],
  ['`a ** b` **c `**` d**', 'code(a ** b) strong(c code(**) d)'],
  ['`` a ` b ``', 'code(a ` b)'],
  ['[BigQuery **ML**](https://example.com/a_(b))', 'link:https://example.com/a_(b)(BigQuery strong(ML))'],
  ['[title](https://example.com/ "why")', 'link:https://example.com/(title)'],
  ['[bad](javascript:alert(1))', '[bad](javascript:alert(1))'],
  ['see https://example.com/x.', 'see link:https://example.com/x(https://example.com/x).'],
  ['(https://example.com/a)', '(link:https://example.com/a(https://example.com/a))'],
  ['<https://example.com>', 'link:https://example.com/(https://example.com)'],
  ['<@12> <@!12> <@&34> <#56>', 'user:12 user:12 role:34 channel:56'],
  ['</세션:1> </recap subscribe:2>', '/세션:1 /recap subscribe:2'],
  ['<t:1540429200:R> <t:1540429200>', 'time:1540429200:R time:1540429200:f'],
  ['<t:1540429200:x>', '<t:1540429200:x>'],
  ['@everyone @here @anyone', '@everyone @here @anyone'],
  ['<:wave:123>', 'emoji:wave'],
  ['a < b > c', 'a < b > c'],
];

test.each(inline)('inline: $0', (source, expected) => {
  expect(show(parseInline(source))).toBe(expected);
});

test('@everyone is a mention and @anyone is text', () => {
  const types = parseInline('@everyone @anyone').map((node) => node.type);
  expect(types).toEqual(['everyone', 'text']);
});

const blocks: readonly (readonly [string, string, string])[] = [
  ['headings', '# One\n## Two\n### Three\n#### four\n#five', 'h1(One)h2(Two)h3(Three){#### four\n#five}'],
  ['subtext', 'a\n-# small **b**', '{a}subtext(small strong(b))'],
  ['lines keep their breaks', 'a\n\nb', '{a\n\nb}'],
  ['bullets', '- a\n* b\nc', 'ul[a; b]{c}'],
  ['numbers keep their start', '3. a\n4. b', 'ol3[a; b]'],
  ['nested lists', '- a\n  - b\n    1. c\n  - d\n- e', 'ul[aul[bol1[c]; d]; e]'],
  ['a list item goes on', '- a\n  more\n- b', 'ul[a\nmore; b]'],
  ['bullets then numbers are two lists', '- a\n1. b', 'ul[a]ol1[b]'],
  ['quote', '> a\n> **b**\nc', 'quote({a\nstrong(b)}){c}'],
  ['quote of everything', 'a\n>>> b\nc', '{a}quote({b\nc})'],
  ['a quote holds lists', '> - a\n> - b', 'quote(ul[a; b])'],
  ['an arrow is no quote', '>no', '{>no}'],
  ['fence', '```sql\nSELECT *\nFROM t\n```\nafter', 'pre:sql(SELECT *\nFROM t){after}'],
  ['fence in a line', 'a ```b``` c', '{a }pre:(b){ c}'],
  ['a word alone in a fence is no language', '```sql\n```', 'pre:(sql)'],
  ['nothing is parsed in a fence', '```\n# a\n- **b**\n```', 'pre:(# a\n- **b**)'],
  ['an open fence is text', '```\nabc', '{```\nabc}'],
  ['Windows line ends', '# a\r\nb', 'h1(a){b}'],
  ['a bold line is text, not a list', '**a**\n*b*', '{strong(a)\nemphasis(b)}'],
];

test.each(blocks)('blocks: $0', (_name, source, expected) => {
  expect(show(parseMarkdown(source))).toBe(expected);
});

/** All the letters that a reader would see. */
function letters(nodes: readonly (Inline | Block)[]): string {
  return nodes
    .map((node): string => {
      if ('text' in node) return node.text;
      if ('children' in node) return letters(node.children);
      if (node.type === 'list') return node.items.map((i) => letters(i.children) + letters(i.lists)).join('');
      return '';
    })
    .join('');
}

test('any text is parsed, and its words are never lost', () => {
  const pieces = fc.constantFrom(
    '**',
    '*',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '\n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '-# ',
    '[',
    '](',
    ')',
    '<',
    '\\',
    ' ',
    '가',
    'b',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const source = parts.join('');
      const words = (text: string) => text.replace(/[^가b]/g, '');
      expect(words(letters(parseMarkdown(source)))).toBe(words(source));
    }),
    { numRuns: 500 },
  );
});

test.each(['**', '*a', '_a ', '[', '[a](', '`', '> ', '||', '<t:', '~~*'])(
  'hostile input ends: $0',
  (piece) => {
    parseMarkdown(piece.repeat(4096 / piece.length));
  },
);
