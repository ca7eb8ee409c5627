import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { localeOf } from '#locales/index.ts';
import { withParticle } from '#locales/ko/particles.ts';
import { drawPage } from '#pages/draw.ts';
import { formatDate, languageName } from '#pages/locale.ts';
import { markRecap, savedCopy, shownRoute, withActions } from '#pages/message/share.ts';
import type { Page } from '#pages/model.ts';
import { drawError, drawForged, drawNoMatch, drawShareDenied } from '#pages/notices.ts';
import { type Route, readControl } from '#pages/route.ts';
import { english, korean, library, post, section, session, sources } from './build.ts';
import { controlsOf, customIdsOf, problemsOf } from './validate.ts';
import { nodeTypesOf } from './visible.ts';

const of = sources(
  library([
    session(5, post('다섯', [section({ name: '하나', id: 'one', markdown: '글' })])),
    session(6, post('여섯', [])),
  ]),
);

describe('notices', () => {
  it.each([korean, english])('fit Discord, for a reader of $language', (reader) => {
    for (const page of [drawError(reader, 'a1b2'), drawForged(reader), drawShareDenied(reader)])
      expect(problemsOf(page)).toEqual([]);
  });

  it('show an error by its id alone, which cannot be forged into more', () => {
    expect(drawError(korean, 'a1b2').embeds[0]?.description ?? '').toMatch(/`a1b2`/);
    expect(drawError(english, '`@x').embeds[0]?.description ?? '').toMatch(/`x`/);
  });

  it('name the closest on a miss, and make nothing of what was typed', () => {
    const closest = of.search.complete('zzz', { kind: 'session' }, 5);
    const page = drawNoMatch(of, 'session', '**@everyone** <@1> ||x||', closest, korean);
    expect(problemsOf(page)).toEqual([]);
    expect(controlsOf(page)).toEqual(['/s/5', '/s/6', '/']);
    const made = nodeTypesOf(page.embeds[0]?.description ?? '');
    expect([...made].filter((kind) => ['everyone', 'user', 'strong', 'spoiler'].includes(kind))).toEqual([]);
  });
});

const shareOnly = (page: Page, route: Route): Page =>
  withActions(page, { route, private: true, inDm: true }, korean);

describe('sharing', () => {
  it('adds a button that posts the page, without the delivery that it came from', () => {
    const route = { page: 'session', session: '5', part: 1, recap: 'k1' } as const;
    const page = drawPage(of, route, korean);
    const shared = shareOnly(page, route);
    expect(problemsOf(shared)).toEqual([]);
    const added = customIdsOf(shared).filter((id) => !customIdsOf(page).includes(id));
    expect(added).toEqual(['!/s/5']);
  });

  it('takes a row of its own where the others are full or there is none', () => {
    const page = shareOnly(drawForged(english), { page: 'help' });
    expect(page.components).toHaveLength(1);
    expect(customIdsOf(page)).toEqual(['!/help']);
  });

  it('leaves a page that has no room as it is', () => {
    const row = { type: ComponentType.ActionRow as const, components: [] };
    const menu = drawPage(of, { page: 'index', part: 1 }, korean).components[0] ?? row;
    const full = { embeds: [], components: [menu, menu, menu, menu, menu], files: [] };
    expect(shareOnly(full, { page: 'help' })).toBe(full);
  });
});

describe('saving', () => {
  const route = { page: 'session', session: '5', part: 1 } as const;
  const page = drawPage(of, route, korean);

  it.each([
    ['a private page', { route, private: true, inDm: false }, ['!/s/5', '+/s/5']],
    ['a session for everybody', { route, private: false, inDm: false }, ['+/s/5']],
    ['a session in the DM', { route, private: false, inDm: true }, []],
    ['help for everybody', { route: { page: 'help' }, private: false, inDm: false }, []],
  ] as const)('is offered where there is something to save: %s', (_name, shown, added) => {
    const offered = withActions(page, shown, korean);
    expect(problemsOf(offered)).toEqual([]);
    expect(customIdsOf(offered).filter((id) => !customIdsOf(page).includes(id))).toEqual(added);
    expect(shownRoute(offered)).toStrictEqual(added.length > 0 ? route : undefined);
  });

  it('keeps the controls, but for the delivery that they came from and the button itself', () => {
    const offered = withActions(page, { route, private: false, inDm: false }, korean);
    expect(savedCopy(markRecap(offered, 'k1'))).toStrictEqual(page);
  });
});

describe('marking a recap', () => {
  it('puts its key into every control, which still leads to the same page', () => {
    const key = 'abc_DEF-123';
    const page = drawPage(of, { page: 'session', session: '5', part: 1 }, korean);
    const marked = markRecap(page, key);
    expect(problemsOf(marked)).toEqual([]);
    const read = (texts: readonly string[]) => texts.map((text) => readControl(text)?.route);
    expect(read(controlsOf(marked))).toStrictEqual(
      read(controlsOf(page)).map((route) => ({ ...route, recap: key })),
    );
  });

  it('does not travel on to the page that a control opens', () => {
    const page = drawPage(of, { page: 'session', session: '5', part: 1, recap: 'k' }, korean);
    for (const text of controlsOf(page)) expect(text).not.toContain('r=');
  });
});

describe('locales', () => {
  it('are the languages of the bot, else what is the default', () => {
    expect(localeOf('ko', 'en')).toBe('ko');
    expect(localeOf('en-GB', 'ko')).toBe('en');
    expect(localeOf('ja', 'ko')).toBe('ja');
    expect(localeOf('fr', 'ko')).toBe('ko');
    expect(localeOf('', 'en')).toBe('en');
  });

  it('write dates and names of languages', () => {
    expect(formatDate('2018-10-25', 'ko')).toBe('2018년 10월 25일');
    expect(formatDate('2018-10-25', 'en')).toBe('October 25, 2018');
    expect(formatDate('soon', 'en')).toBeUndefined();
    expect(formatDate(undefined, 'en')).toBeUndefined();
    expect(languageName('ko')).toBe('한국어');
    expect(languageName('ko', 'en')).toBe('Korean');
    expect(languageName('not a tag', 'en')).toBe('not a tag');
  });
});

describe('Korean particles', () => {
  it.each([
    ['세션', '을/를', '세션을'],
    ['주제', '을/를', '주제를'],
    ['서울', '(으)로', '서울로'],
    ['집', '(으)로', '집으로'],
    ['5', '(으)로', '5로'],
    ['6', '(으)로', '6으로'],
    ['7', '(으)로', '7로'],
    ['BigQuery', '을/를', 'BigQuery를'],
    ['Kubeflow', '은/는', 'Kubeflow는'],
    ['AutoML', '이/가', 'AutoML이'],
    ['ML', '(으)로', 'ML로'],
    ['TPU', '이/가', 'TPU가'],
    ['Engine', '과/와', 'Engine과'],
    ['‘빅쿼리’', '(으)로', '‘빅쿼리’로'],
    ['', '이/가', '가'],
  ] as const)('fit the end of the word: $0 with $1', (word, particle, expected) => {
    expect(withParticle(word, particle)).toBe(expected);
  });
});

it.each([
  'buy at https://evil.example/x',
  'HTTP://evil.example',
  '[google.com](https://evil.example)',
  '<https://evil.example>',
  '<@1> @everyone discord.gg/abc',
  '# heading',
  'a\u202Eb',
])('what was typed is quoted and cannot be clicked: %s', (typed) => {
  const page = drawNoMatch(of, 'session', typed, [], korean);
  const text = page.embeds[0]?.description ?? '';
  expect(text).not.toMatch(/https?:\/\/|discord\.gg\/|(?<!\\)\[|(?<!\\)<|\u202E|(?<!\\)@everyone/i);
  expect(text).toContain('‘');
});
