import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Image } from '#library/model.ts';
import { drawPage } from '#pages/draw.ts';
import type { Page, Reader } from '#pages/model.ts';
import { encodeRoute, type Route, readControl } from '#pages/route.ts';
import { libraries } from './arbitraryLibrary.ts';
import {
  english,
  japanese,
  korean,
  library,
  picture,
  post,
  section,
  session,
  sources,
  topic,
} from './build.ts';
import { crawl } from './crawl.ts';
import { controlsOf, problemsOf } from './validate.ts';
import { visible } from './visible.ts';

const first = (page: Page) => page.embeds[0] ?? expect.unreachable('no embed');
const labels = (page: Page): readonly string[] =>
  page.components.flatMap(({ components }) =>
    components.flatMap((one) => ('label' in one && one.label !== undefined ? [one.label] : [])),
  );
const entries = (page: Page): readonly string[] =>
  page.components.flatMap(({ components }) =>
    components.flatMap((one) => ('options' in one ? one.options.map(({ label }) => label) : [])),
  );

const parts = [
  section({ name: 'Cloud AI Platform 소개', id: 'intro', lead: true, markdown: '모두를 위한 AI다.' }),
  section({ name: '데이터에서 AI까지', id: 'data', numeral: 'Ⅰ', depth: 2, parent: 'intro' }),
  section({
    name: 'BigQuery ML',
    id: 'bigquery-ml',
    depth: 3,
    parent: 'data',
    markdown: '데이터가 있는 곳에서 학습한다.',
  }),
  section({ name: '넷마블 사례', id: 'case', numeral: 'Ⅱ', depth: 2, parent: 'intro', captions: ['영상'] }),
];
const translated = [
  section({ name: 'BigQuery ML', id: 'bigquery-ml', markdown: 'Trains where the data is.' }),
];
const five = session(
  5,
  post('Cloud AI Platform 소개', parts, { summary: '모두를 위한 AI다.' }),
  post('Introducing Cloud AI Platform', translated, { language: 'en', url: undefined }),
);
const six = session(6, post('간편한 머신러닝', [section({ name: '하나', id: 'one', markdown: '글이다.' })]));
const bigQuery = topic('bigquery-ml', [{ session: '5', section: 'bigquery-ml' }], {
  name: { ko: '빅쿼리 ML', en: 'BigQuery ML' },
  summary: { ko: 'SQL로 모델을 만듭니다.', en: 'Models made in SQL.' },
  now: { ko: '지금도 씁니다.' },
  aliases: ['빅쿼리엠엘', 'BigQuery ML'],
  mentions: [
    { session: '6', section: 'one' },
    { session: '6', section: 'gone' },
  ],
  related: ['automl', 'gone'],
  url: 'https://cloud.google.com/bigquery',
});
const automl = topic('automl', [], { name: { en: 'AutoML' } });
const small = library([five, six], [bigQuery, automl]);
const draw = (route: Route, reader: Reader = korean) => drawPage(sources(small), route, reader);

describe('pages', () => {
  it('fit Discord and lead to pages that exist, whatever the posts are', () => {
    fc.assert(
      fc.property(libraries, fc.constantFrom(korean, english, japanese), (of, reader) => {
        crawl(sources(of), reader, 60);
      }),
      { numRuns: 12 },
    );
  });

  it('are the same for the same library and route', () => {
    const route: Route = { page: 'session', session: '5', part: 1 };
    expect(draw(route)).toStrictEqual(draw(route));
  });
});

describe('the index', () => {
  it('lists the sessions with a line each and a menu', () => {
    const page = draw({ page: 'index', part: 1 });
    expect(first(page).title).toBe('Google Cloud Summit');
    expect(first(page).description ?? '').toMatch(/\*\*5 · Cloud AI Platform 소개\*\*\n모두를 위한 AI다\./);
    expect(entries(page)).toEqual(['5 · Cloud AI Platform 소개', '6 · 간편한 머신러닝']);
    expect(first(page).footer?.text).toBe('2018년 10월 25일 · 세션 2개');
  });

  it('comes in parts where there are more sessions than a menu holds', () => {
    const many = library(Array.from({ length: 60 }, (_, at) => session(at + 1, post(`세션 ${at + 1}`, []))));
    const page = drawPage(sources(many), { page: 'index', part: 2 }, korean);
    // 20 sessions, and the three pages.
    expect(entries(page)).toHaveLength(23);
    expect(labels(page), labels(page).join()).toContain('1–20번');
    expect(labels(page), labels(page).join()).toContain('41–60번');
    expect(drawPage(sources(many), { page: 'index', part: 99 }, korean)).toStrictEqual(
      drawPage(sources(many), { page: 'index', part: 3 }, korean),
    );
  });

  it('says so where there is nothing', () => {
    const page = drawPage(sources(library([])), { page: 'index', part: 1 }, korean);
    expect(problemsOf(page)).toEqual([]);
    expect(first(page).description).toBe('아직 올라온 글이 없습니다.');
  });
});

describe('a session', () => {
  it('shows what it is about, its facts and its sections', () => {
    const page = draw({ page: 'session', session: '5', part: 1 });
    expect(first(page).title).toBe('5 · Cloud AI Platform 소개');
    expect(first(page).url).toBe('https://example.com/posts/one');
    expect(first(page).author?.name).toBe('Google Cloud Summit · 데이터를 활용한 머신러닝과 IoT');
    expect(first(page).footer?.text).toBe('2018년 10월 25일 · 읽는 데 3분 · 한국어, 영어');
    expect(entries(page)).toEqual(['여는 글', 'Ⅰ 데이터에서 AI까지', '└ BigQuery ML', 'Ⅱ 넷마블 사례']);
    expect(labels(page)).toEqual(['처음부터 읽기', '이전 세션', '다음 세션', '세션 목록', '원문', 'English']);
  });

  it('is shown in the language that was chosen, and keeps it on the way', () => {
    const page = draw({ page: 'session', session: '5', part: 1, language: 'en' });
    expect(first(page).title).toBe('5 · Introducing Cloud AI Platform');
    const onward = controlsOf(page).filter((text) => !text.includes('l=ko'));
    expect(
      onward.every((text) => text.includes('l=en')),
      onward.join(),
    ).toBe(true);
  });

  it('says so where it does not exist in the language', () => {
    const page = draw({ page: 'session', session: '6', part: 1 }, english);
    expect(first(page).description ?? '').toMatch(
      /-# This session has no English text; here is the Korean one\./,
    );
  });

  it('has parts of its menu where it has more sections than a menu holds', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      section({ name: `섹션 ${at}`, id: `s${at}`, markdown: '글' }),
    );
    const page = drawPage(
      sources(library([session(1, post('긴 세션', many))])),
      { page: 'session', session: '1', part: 2 },
      korean,
    );
    expect(entries(page)[0]).toBe('섹션 20');
    expect(labels(page)).toContain('1–20번');
  });
});

describe('a section', () => {
  const at = (id: string, part = 1): Route => ({ page: 'section', session: '5', section: id, part });

  it('tells where it stands and leads on', () => {
    const page = draw(at('bigquery-ml'));
    expect(first(page).author?.name).toBe('5 · Cloud AI Platform 소개 › Ⅰ 데이터에서 AI까지');
    expect(first(page).title).toBe('BigQuery ML');
    expect(first(page).description).toBe('데이터가 있는 곳에서 학습한다.');
    expect(labels(page)).toEqual([
      '이전 섹션',
      '다음 세션',
      '세션으로',
      '원문',
      '주제: 빅쿼리 ML',
      'English',
    ]);
  });

  it('opens on the title of its session where it repeats it', () => {
    expect(first(draw(at('intro'))).title).toBe('5 · Cloud AI Platform 소개');
  });

  it('without text stands above what it is divided into, or says that there is none', () => {
    const parent = draw(at('data'));
    expect(first(parent).description).toBe('**BigQuery ML**\n데이터가 있는 곳에서 학습한다.');
    expect(entries(parent)).toEqual([]);
    const long = [
      section({ name: '큰 제목', id: 'big', depth: 1 }),
      section({ name: '긴 글', id: 'long', depth: 2, parent: 'big', markdown: '문장입니다. '.repeat(400) }),
    ];
    const divided = drawPage(
      sources(library([session(5, post('다섯', long))])),
      { page: 'section', session: '5', section: 'big', part: 1 },
      korean,
    );
    expect(first(divided).description ?? '').toMatch(/아래 섹션에 나뉘어/);
    expect(entries(divided)).toEqual(['긴 글']);
    const alone = draw(at('case'));
    expect(first(alone).description ?? '').toMatch(/기록이 남아 있지 않습니다[^\n]*\n\n-# \(영상\)$/);
    expect(labels(alone)).toContain('다음 세션');
  });

  it('is shown in the language that has it, with a word about that', () => {
    const page = draw(at('case'), english);
    expect(first(page).description ?? '').toMatch(
      /This section has no English text; here is the Korean one\./,
    );
    expect(first(draw(at('bigquery-ml'), english)).description).toBe('Trains where the data is.');
  });

  it('gives all of a long text, part by part', () => {
    const markdown = Array.from({ length: 300 }, (_, number) => `문장 ${number}번이 여기 있습니다.`).join(
      ' ',
    );
    const of = sources(library([session(1, post('하나', [section({ name: 'x', id: 'x', markdown })]))]));
    const seen: string[] = [];
    let route: Route | undefined = { page: 'section', session: '1', section: 'x', part: 1 };
    while (route !== undefined) {
      const page: Page = drawPage(of, route, korean);
      seen.push(visible(first(page).description ?? ''));
      const next = controlsOf(page).find((text) => text.includes(`?p=${seen.length + 1}`));
      route = next === undefined ? undefined : readControl(next)?.route;
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.join(' ')).toBe(markdown);
  });

  it('shows every one of its pictures, files attached under names that differ', () => {
    const images: readonly Image[] = [
      ...Array.from({ length: 16 }, () => picture('같은 이름.png')),
      { kind: 'url', alt: '', url: 'https://a.b/c.png' },
    ];
    const of = sources(
      library([session(1, post('하나', [section({ name: 'x', id: 'x', markdown: '글', images })]))]),
    );
    const pages = [1, 2].map((part) =>
      drawPage(of, { page: 'section', session: '1', section: 'x', part }, korean),
    );
    for (const page of pages) expect(problemsOf(page)).toEqual([]);
    expect(pages.flatMap(({ embeds }) => embeds).filter(({ image }) => image !== undefined)).toHaveLength(17);
    expect(pages.map(({ files }) => files.length)).toEqual([10, 6]);
  });

  it('shows each picture below the text that it belongs to, and says where it is at the end', () => {
    const one = section({
      name: 'x',
      id: 'x',
      markdown: '하나\n\n둘\n\n셋\n\n넷',
      images: [picture('a.png'), picture('b.png'), picture('c.png')],
      imagesAfter: [0, 2, 3],
    });
    const page = drawPage(
      sources(library([session(1, post('하나', [one]))])),
      { page: 'section', session: '1', section: 'x', part: 1 },
      english,
    );
    expect(
      page.embeds.map(({ description, image, footer }) => [
        description?.split('\n\n-#')[0],
        image?.url,
        footer?.text,
      ]),
    ).toEqual([
      [undefined, 'attachment://a.png', undefined],
      ['하나\n\n둘', 'attachment://b.png', undefined],
      ['셋', 'attachment://c.png', undefined],
      ['넷', undefined, 'Section 1 of 1'],
    ]);
  });

  it('turns the page where a message holds no more pictures, never between a picture and its text', () => {
    const count = 25;
    const one = section({
      name: 'x',
      id: 'x',
      markdown: Array.from({ length: count }, (_, at) => `글 ${at}`).join('\n\n'),
      images: Array.from({ length: count }, (_, at) => picture(`${at}.png`)),
      imagesAfter: Array.from({ length: count }, (_, at) => at + 1),
    });
    const of = sources(library([session(1, post('하나', [one]))]));
    const embeds = [1, 2, 3].flatMap((part) => {
      const page = drawPage(of, { page: 'section', session: '1', section: 'x', part }, korean);
      expect(problemsOf(page)).toEqual([]);
      return page.embeds;
    });
    expect(embeds.map(({ description, image }) => [description, image?.url])).toEqual(
      Array.from({ length: count }, (_, at) => [`글 ${at}`, `attachment://${at}.png`]),
    );
  });
});

describe('a topic', () => {
  it('says what it is, what became of it, and gathers its sections by session', () => {
    const page = draw({ page: 'topic', topic: 'bigquery-ml', part: 1 });
    expect(first(page).title).toBe('빅쿼리 ML');
    const text = first(page).description ?? '';
    expect(text).toMatch(/^SQL로 모델을 만듭니다\.\n\n> 지금도 씁니다\./);
    expect(text).toMatch(
      /### 다루는 섹션\n\*\*5 · Cloud AI Platform 소개\*\*\n- BigQuery ML[\s\S]*### 언급하는 섹션\n\*\*6 · 간편한 머신러닝\*\*\n- 하나/,
    );
    expect(entries(page)).toEqual(['BigQuery ML', '하나', 'AutoML']);
    expect(first(page).footer?.text).toBe('다른 이름: 빅쿼리엠엘, BigQuery ML');
    expect(labels(page)).toContain('공식 페이지');
  });

  it('without sections says so', () => {
    expect(first(draw({ page: 'topic', topic: 'automl', part: 1 })).description ?? '').toMatch(
      /아직 없습니다/,
    );
  });
});

describe('pages that are gone', () => {
  const gone = '이제 없는 페이지입니다';
  it('say so and offer the nearest', () => {
    const section_ = draw({ page: 'section', session: '5', section: 'bigquery', part: 3 });
    expect(first(section_).title).toBe(gone);
    expect(entries(section_)).toEqual(['5 · Cloud AI Platform 소개', 'BigQuery ML']);
    const session_ = draw({ page: 'session', session: '9', part: 1 });
    expect(first(session_).title).toBe(gone);
    expect(entries(session_)).toHaveLength(2);
    const topic_ = draw({ page: 'topic', topic: 'auto', part: 1 });
    expect(entries(topic_)).toEqual(['AutoML']);
    for (const page of [section_, session_, topic_]) expect(problemsOf(page)).toEqual([]);
  });

  it.each(['/', '/s/x', '/s/x/y?p=9', '/t/x', '/a/뭐야', '/f/뭐야', '/help'])(
    'are total: any route gives a page, in an empty library too: $0',
    (text) => {
      const route = readControl(text)?.route ?? expect.unreachable(text);
      expect(problemsOf(drawPage(sources(library([])), route, english))).toEqual([]);
      expect(encodeRoute(route)).toBe(text);
    },
  );
});

describe('abbreviated ids', () => {
  it('are found again', () => {
    const id = 'a-section-with-a-very-long-name-that-fills-it-48';
    const own = 'a-session-with-a-long-slug-for-its-id-40';
    const of = library([
      { ...session(undefined, post('긴 이름', [section({ name: '긴 섹션', id, markdown: '글' })])), id: own },
    ]);
    const text = encodeRoute({
      page: 'section',
      session: own,
      section: id,
      part: 1,
      language: 'ko',
      recap: 'x'.repeat(25),
    });
    const route = readControl(text)?.route ?? expect.unreachable(text);
    expect(text).toContain('~');
    expect(first(drawPage(sources(of), route, korean)).title).toBe('긴 섹션');
  });
});
