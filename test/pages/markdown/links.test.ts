import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectionText } from '#pages/markdown/section.ts';
import { buttons, compose, link } from '#pages/message/compose.ts';
import { plainLabel, withoutHidden } from '#pages/message/plain.ts';
import { post, section } from '../build.ts';

const shown = (markdown: string): string => {
  const made = section({ name: 'x', markdown });
  return sectionText(post('t', [made]), made)
    .parts.flatMap((passages) => passages.map(({ text }) => text))
    .join('\n');
};

describe('a link whose text is an address', () => {
  it.each([
    ['[google.com](http://evil.example)', '[google.com](http://evil.example/) (evil.example)'],
    [
      '[www.google.com/login](https://evil.example/x)',
      '[www.google.com/login](https://evil.example/x) (evil.example)',
    ],
    [
      '[Go to google.com now](https://evil.example)',
      '[Go to google.com now](https://evil.example/) (evil.example)',
    ],
    ['[은행.kr](https://evil.example)', '[은행.kr](https://evil.example/) (evil.example)'],
    [
      '[ｇｏｏｇｌｅ．ｃｏｍ](https://evil.example)',
      '[ｇｏｏｇｌｅ．ｃｏｍ](https://evil.example/) (evil.example)',
    ],
    ['[goo\u200Bgle.com](https://evil.example)', '[google.com](https://evil.example/) (evil.example)'],
    ['[**google**.com](https://evil.example)', '[**google**.com](https://evil.example/) (evil.example)'],
    [
      '[google.com](https://google.com.evil.example)',
      '[google.com](https://google.com.evil.example/) (google.com.evil.example)',
    ],
    ['[google.com](https://notgoogle.com)', '[google.com](https://notgoogle.com/) (notgoogle.com)'],
    ['[google.com](https://gооgle.com)', '[google.com](https://xn--ggle-55da.com/) (xn--ggle-55da.com)'],
    [
      '[help@bank.example](https://evil.example)',
      '[help@bank.example](https://evil.example/) (evil.example)',
    ],
    ['[https://google.com](https://evil.example)', 'google.com (<https://evil.example/>)'],
  ])('names the host that it leads to, where that is another one: %s', (markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });

  it.each([
    ['[google.com](https://google.com/a)', '[google.com](https://google.com/a)'],
    ['[google.com](https://www.google.com/a)', '[google.com](https://www.google.com/a)'],
    ['[google.com](https://docs.google.com/a)', '[google.com](https://docs.google.com/a)'],
    ['[README.md](https://github.com/a)', '[README.md](https://github.com/a)'],
    ['[Node.js 26](https://nodejs.org/)', '[Node.js 26](https://nodejs.org/)'],
    ['[버전 1.2.3](https://a.example/)', '[버전 1.2.3](https://a.example/)'],
    ['[글. 다음](https://a.example/)', '[글. 다음](https://a.example/)'],
  ])('is left as it is where it is not: %s', (markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });
});

describe('invitations', () => {
  it.each([
    ['[참가](https://discord.gg/abc)', '[참가](<https://discord.gg/abc>)'],
    ['[참가](https://discord.com/invite/abc)', '[참가](<https://discord.com/invite/abc>)'],
    ['https://discord.gg/abc', '<https://discord.gg/abc>'],
    ['discord.gg/abc 로', 'discord.gg\\/abc 로'],
    ['discordapp.com/invite/abc', 'discordapp.com\\/invite\\/abc'],
  ])('have no card: %s', (markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });
});

it.each([
  'https://user:pw@evil.example/',
  'https://google.com@evil.example/',
  'http://:pw@evil.example/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
])('an address that may not be opened does not pass: %s', (url) => {
  expect(shown(`[글](${url})`)).toBe('글');
  expect(compose({ embeds: [], rows: [buttons(link('글', url))] }).components).toEqual([]);
  const [embed] = compose({
    embeds: [{ title: 't', url, image: { url }, thumbnail: { url } }],
    rows: [],
  }).embeds;
  expect(embed).toEqual({ title: 't' });
});

it("another bot's command stays text", () => {
  expect(shown('a </buy:123> b')).toBe('a \\<\\/buy:123> b');
});

describe('letters that hide', () => {
  it.each([
    ['a\u202Egnp.exe', 'agnp.exe'],
    ['\u2066x\u2069\u200F', 'x'],
    ['pay\u200Bpal \uFEFF\u2060', 'paypal '],
    ['a\u200Db', 'ab'],
    ['👩‍💻 👨🏽‍🚀 🏳️‍🌈 ❤️‍🔥', '👩‍💻 👨🏽‍🚀 🏳️‍🌈 ❤️‍🔥'],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['x\u{E0041}\u{E007F}', 'x'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['क्\u200Dष', 'क्\u200Dष'],
  ])('are dropped, and those that writing needs are kept: %j', (text, expected) => {
    expect(withoutHidden(text)).toBe(expected);
  });

  it('are nowhere in what is shown', () => {
    const hidden = fc.constantFrom(
      '\u202E',
      '\u2066',
      '\u200F',
      '\uFEFF',
      'a',
      ' ',
      '**',
      '`',
      '\n\n',
      '```\n',
    );
    fc.assert(
      fc.property(fc.array(hidden, { maxLength: 20 }), (pieces) => {
        expect(shown(pieces.join(''))).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200F\uFEFF]/);
      }),
    );
  });
});

describe('where Discord draws text alone', () => {
  it.each([
    ['[x](https://evil.example/a_(b)) talk', 'x talk'],
    ['![그림](a.png "제목")', '그림'],
    ['<@&1> and <#2> <@!3>', ' and  '],
    ['</ask:5> now', '/ask now'],
    ['<:wave:6> `code` **b** ~~s~~ ||p|| *i*', ':wave: code b s p i'],
    ['<https://a.example/>', 'https://a.example/'],
    [
      'snake_case __init__ 2 * 3 * 4 Array<string> *args, **kwargs',
      'snake_case __init__ 2 * 3 * 4 Array<string> *args, **kwargs',
    ],
    ['[대괄호] (괄호)', '[대괄호] (괄호)'],
  ])('marks and mentions are not shown raw: %s', (text, expected) => {
    expect(plainLabel(text)).toBe(expected);
  });

  it('a menu and a button have plain text', () => {
    const route = { page: 'index', part: 1 } as const;
    const entries = [{ label: '[x](https://evil.example)', description: '<@&1> **b**', route }];
    const page = compose({
      embeds: [],
      rows: [{ kind: 'menu', placeholder: 'p', entries }, buttons({ kind: 'open', label: '`c`', route })],
    });
    expect(JSON.stringify(page.components)).not.toMatch(/evil|<@|\*\*|`/);
    expect(page.components).toMatchObject([
      { components: [{ options: [{ label: 'x', description: 'b' }] }] },
      { components: [{ label: 'c' }] },
    ]);
  });
});
