import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Library, Section } from '#library/model.ts';
import { readFolder } from '#library/read.ts';
import { drawRecap, type RecapOrder, type RecapPart } from '#pages/recap/recapPage.ts';
import { readControl } from '#pages/route.ts';
import { itemsOf } from '#recap/items.ts';
import { libraries } from '../arbitraryLibrary.ts';
import { english, korean, library as libraryOf, post, section, session } from '../build.ts';
import { controlsOf, customIdsOf, problemsOf } from '../validate.ts';

const key = 'abcdefgh0ftu';
const order = ({
  item,
  fresh,
  ...more
}: Pick<RecapOrder, 'library' | 'what'> & {
  readonly item: string;
  readonly fresh?: RecapPart['fresh'];
}): RecapOrder => ({
  parts: [{ item, position: 3, fresh }],
  total: 6,
  mentionRoleId: undefined,
  key,
  ...more,
});

const dir = fileURLToPath(new URL('../../../content', import.meta.url));
const { library } = await readFolder({ dir, siteUrl: 'https://example.com', defaultLanguage: 'ko' });

describe('the page of a recap', () => {
  it.each([korean, english, { ...korean, locale: 'ja' } as const])(
    'fits Discord and half a minute, for everything in content/, in $locale',
    (reader) => {
      for (const unit of ['session', 'topic'] as const) {
        const items = itemsOf(library, unit, reader.language);
        expect(items.length).toBeGreaterThan(5);
        for (const { id } of items) {
          const drawn = drawRecap(order({ library, what: unit, item: id }), reader);
          expect.assert(drawn, id);
          expect(problemsOf(drawn.page), id).toEqual([]);
          const [embed] = drawn.page.embeds;
          const text = embed?.description ?? '';
          expect(text.length, `${id}: ${text.length} characters`).toBeGreaterThan(40);
          expect(text.length, `${id}: ${text.length} characters`).toBeLessThan(1_200);
          expect(embed?.footer?.text ?? '').toMatch(/3(\/| of )6/);
          expect(drawn.name.length).toBeGreaterThan(0);
          expect(drawn.name.length).toBeLessThanOrEqual(100);
        }
      }
    },
  );

  it('makes no point of a greeting, of words that trail off, and of lists of links', () => {
    const told = (name: string, markdown: string) => section({ name, markdown, summary: markdown });
    const sections = [
      told('Start', '안녕하세요. 등대에 다녀왔습니다.'),
      told('Wait', '드디어.. 배가 왔다.'),
      told('Tide', '물이 빠졌습니다.'),
      told('참고자료', '등대 박물관'),
      told('Address', 'https://example.com/light'),
    ];
    const one = session(1, post('A', sections, { summary: 'What was told.' }));
    const drawn = drawRecap(order({ library: libraryOf([one]), what: 'session', item: '1' }), korean);
    expect(drawn?.page.embeds[0]?.description).toBe(
      'What was told.\n\n- **Start** · 등대에 다녀왔습니다.\n- **Tide** · 물이 빠졌습니다.',
    );
  });

  it('says when it was due where it comes late', () => {
    const late = Temporal.Instant.from('2026-03-02T00:00:00Z');
    const given = { ...order({ library, what: 'session', item: '5' }), late };
    const drawn = drawRecap(given, korean);
    expect.assert(drawn);
    expect(drawn.page.content).toMatch(/\n-# 늦게 올라온 리캡입니다\. 예정 시각: <t:1772409600:f>$/);
    expect(drawRecap({ ...given, late: undefined }, korean)?.page.content).not.toContain('늦게');
  });

  it('carries the key of its delivery in every control, for any library', () => {
    fc.assert(
      fc.property(libraries, (some) => {
        for (const unit of ['session', 'topic'] as const) {
          for (const { id } of itemsOf(some, unit, 'ko').slice(0, 3)) {
            const drawn = drawRecap(order({ library: some, what: unit, item: id }), korean);
            expect.assert(drawn);
            expect(problemsOf(drawn.page)).toEqual([]);
            expect(controlsOf(drawn.page).length).toBeGreaterThan(0);
            for (const control of controlsOf(drawn.page)) {
              expect(readControl(control)?.route.recap).toBe(key);
              expect(control).toContain(key);
            }
            expect(customIdsOf(drawn.page)).toContainEqual(expect.stringContaining(key));
          }
        }
      }),
      { numRuns: 5 },
    );
  });

  it('pings the chosen role alone, and says why it comes before its turn', () => {
    const one = { library, what: 'session', item: '5' } as const;
    const drawn = drawRecap({ ...order({ ...one, fresh: 'new' }), mentionRoleId: '77' }, korean);
    expect(drawn?.page.content).toBe(
      '<@&77> **5 · 데이터 사이언티스트를 위한 Cloud AI Platform 소개** — Google Cloud Summit 2018 · 데이터를 활용한 머신러닝과 IoT',
    );
    expect(drawn?.page.embeds[0]?.footer?.text ?? '').toMatch(/^새 글 · 세션 3\/6/);
    const changed = drawRecap(order({ ...one, fresh: 'changed' }), english);
    expect(changed?.page.embeds[0]?.footer?.text ?? '').toMatch(/^Updated · Session 3 of 6/);
    expect(changed?.page.content).toMatch(/^\*\*5 · /u);
  });

  it('is not there for what is gone', () => {
    expect(drawRecap(order({ library, what: 'session', item: 'nothing' }), korean)).toBeUndefined();
    expect(drawRecap(order({ library, what: 'topic', item: 'nothing' }), korean)).toBeUndefined();
  });
});

describe('itemsOf', () => {
  it('lists sessions and the topics that sections are about, in reading order, and is remembered', () => {
    const sessions = itemsOf(library, 'session', 'ko');
    expect(sessions.map(({ id }) => id)).toEqual(library.sessions.map(({ id }) => id));
    expect(itemsOf(library, 'session', 'ko')).toBe(sessions);
    const [korean1] = sessions;
    const [english1] = itemsOf(library, 'session', 'en');
    expect(korean1?.hash).not.toBe(english1?.hash);
    const about = library.topics.filter((topic) => topic.about.length > 0);
    expect(itemsOf(library, 'topic', 'ko')).toHaveLength(about.length);
  });
});

describe('a recap of a post', () => {
  const plain = (summary: string, sections: readonly Section[]): Library =>
    libraryOf([session(1, { ...post('Plain', sections), summary })]);
  const drawn = (of: Library) =>
    drawRecap(order({ library: of, what: 'session', item: '1' }), korean)?.page ?? expect.unreachable();
  const longSentence = `${'아주 '.repeat(60)}깁니다.`;

  it('without a summary lists its headings; with one it makes points of whole sentences, and no list', () => {
    const sections = ['하나', '둘', '셋'].map((name) =>
      section({ name: `${name}째`, markdown: `${name}째에 대한 문장입니다. 다음 문장입니다.` }),
    );
    expect(drawn(plain('', sections)).embeds[0]?.description).toBe('- 하나째\n- 둘째\n- 셋째');
    expect(drawn(plain('요약입니다.', sections)).embeds[0]?.description).toBe(
      '요약입니다.\n\n- **하나째**에 대한 문장입니다.\n- **둘째**에 대한 문장입니다.\n- **셋째**에 대한 문장입니다.',
    );
  });

  it('makes no points of questions, heads of lists and sentences that are too long', () => {
    const sections = [
      section({ name: '하나', markdown: '무엇이 다를까요? 답입니다.' }),
      section({ name: '둘', markdown: '장점은 셋입니다:' }),
      section({ name: '셋', markdown: longSentence }),
      section({ name: '넷', markdown: '넷째입니다.' }),
    ];
    expect(drawn(plain('요약입니다.', sections)).embeds[0]?.description).toBe('요약입니다.');
  });

  it('has one button that matters, beside a link', () => {
    const page = drawn(plain('요약입니다.', [section({ name: '하나', markdown: '문장입니다.' })]));
    const labels = page.components.flatMap(({ components }) =>
      components.map((one) => ('label' in one ? one.label : 'a menu')),
    );
    expect(labels).toEqual(['처음부터 읽기', '원문']);
  });

  it('of several is a line each, and a menu that opens them', () => {
    const many = libraryOf(
      [1, 2, 3].map((number) =>
        session(number, {
          ...post(`Talk ${number}`, [section({ name: 'A', markdown: '글' })]),
          summary: `${number}번입니다. 더 있습니다.`,
        }),
      ),
    );
    const parts = ['1', '2', '3'].map((item, index) => ({ item, position: index + 1, fresh: undefined }));
    const [first = expect.unreachable(), ...others] = parts;
    const page = drawRecap(
      { library: many, what: 'digest', parts: [first, ...others], total: 3, mentionRoleId: undefined, key },
      korean,
    )?.page;
    expect.assert(page);
    expect(problemsOf(page)).toEqual([]);
    expect(page.embeds[0]?.description ?? '').toMatch(
      /Talk 1.*\n1번입니다\.\n\n.*Talk 2.*\n2번입니다\.\n\n.*Talk 3/,
    );
    expect(controlsOf(page)).toHaveLength(3);
    for (const control of controlsOf(page)) expect(control).toContain(key);
  });
});
