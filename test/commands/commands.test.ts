import { describe, expect, it } from 'vitest';
import { ask } from '#commands/ask.ts';
import { findInSessions } from '#commands/findInSessions.ts';
import { help } from '#commands/help.ts';
import { commands } from '#commands/index.ts';
import { session } from '#commands/session.ts';
import { topic } from '#commands/topic.ts';
import { LOCALES } from '#locales/index.ts';
import { encodeRoute, readControl } from '#pages/route.ts';
import type { SearchResult } from '#search/model.ts';
import { english, korean, library, post, section, session as talk } from '../pages/build.ts';
import { controlsOf, problemsOf } from '../pages/validate.ts';
import { complete, context, request, run, titleOf } from './context.ts';

const FIVE = '5 · 데이터 사이언티스트를 위한 Cloud AI Platform 소개';

describe('/session', () => {
  const at = async (args: Readonly<Record<string, string | boolean>>, reader = korean) => {
    const reply = await run(session, args, reader);
    expect(problemsOf(reply.page)).toEqual([]);
    return reply;
  };
  const route = async (args: Readonly<Record<string, string | boolean>>, reader = korean) => {
    const reply = await at(args, reader);
    return reply.route === undefined ? undefined : encodeRoute(reply.route);
  };

  it('without anything is the index', async () => {
    expect(await route({})).toBe('/');
    expect(await route({ name: ' ', section: '' })).toBe('/');
  });

  it.each([
    '5',
    ' 5번',
    '세션 5',
    'session 5',
    '#5',
    '/s/5',
    FIVE,
    FIVE.toUpperCase(),
    'AI Platform',
    'Introducing Cloud AI Platform',
    '5 · Introducing Cloud AI Platform',
  ])('takes a number, a title, part of one, a value and a label: $0', async (name) => {
    expect(await route({ name })).toBe('/s/5');
  });

  it.each([
    ['/s/5/kubeflow', '/s/5/kubeflow'],
    ['Kubeflow', '/s/5/kubeflow'],
    ['kubef', '/s/5/kubeflow'],
    ['여는 글', '/s/5/intro'],
  ])('takes a section within the session, by value, label or name: $0', async (section, found) => {
    expect(await route({ name: '5', section })).toBe(found);
  });

  it('takes a section alone from all sessions, by a value or label too', async () => {
    expect(await route({ section: 'Vision' })).toBe('/s/6/vision');
    expect(await route({ section: '/s/6/vision' })).toBe('/s/6/vision');
    const label = complete(session, 'section', 'Vision', {}, korean)[0]?.label ?? expect.unreachable();
    expect(label).toBe('Vision API — 6 · 비즈니스를 위한 간편한 머신러닝');
    expect(await route({ section: label })).toBe('/s/6/vision');
  });

  it('prefers the session that was named to the one in a value, and says where that one stands', async () => {
    const reply = await at({ name: '6', section: '/s/5/kubeflow' });
    expect(titleOf(reply.page)).toBe('찾는 섹션이 없습니다');
    expect(reply.page.embeds[0]?.description ?? '').toMatch(/‘kubeflow’/);
    expect(controlsOf(reply.page)).toEqual(['/s/5/kubeflow', '/s/6/vision', '/s/6', '/']);
  });

  it('shows the closest on a miss', async () => {
    const miss = await at({ name: '점심' });
    expect(titleOf(miss.page)).toBe('찾는 세션이 없습니다');
    expect(miss.page.embeds[0]?.description ?? '').toMatch(/‘점심’에 맞는 세션을 찾지 못했습니다/);
    expect(controlsOf(miss.page)).toEqual(['/s/5', '/s/6', '/']);
    expect(miss.route).toBeUndefined();
    expect(titleOf((await at({ name: '99' }, english)).page)).toBe('No such session');
  });

  it('asks back where two speakers are called as much', async () => {
    const person = (id: string, name: string) =>
      ({ id, kind: 'person', name: { ko: name }, names: [name], title: {}, affiliation: {} }) as const;
    const of = library([
      { ...talk(1, post('발표', [])), speakers: [person('kim', '김길동'), person('hong', '홍길동')] },
    ]);
    const meant = (name: string) => run(session, { name }, korean, context(of));
    expect((await meant('길동')).route).toBeUndefined();
    expect(controlsOf((await meant('길동')).page).slice(0, 2)).toEqual(['/p/kim', '/p/hong']);
    expect((await meant('홍길동')).route).toMatchObject({ page: 'speaker', speaker: 'hong' });
  });

  it('offers a section that somebody took for a session', async () => {
    const reply = await at({ name: 'Vision' });
    expect(titleOf(reply.page)).toBe('찾는 세션이 없습니다');
    expect(controlsOf(reply.page)[0]).toBe('/s/6/vision');
  });

  it('takes a value of a session that is gone for what it says', async () => {
    const reply = await at({ name: '/s/nothing-left' });
    expect(titleOf(reply.page)).toBe('찾는 세션이 없습니다');
  });

  it('answers privately and in a language where that is wanted', async () => {
    const reply = await at({ name: '5', private: true, language: 'English' });
    expect(reply.private).toBe(true);
    expect(titleOf(reply.page)).toBe('5 · Introducing Cloud AI Platform');
    expect(reply.route && encodeRoute(reply.route)).toBe('/s/5?l=en');
    expect((await at({ name: '5', language: '클링온' })).route?.language).toBeUndefined();
    expect(await route({ name: '5', language: '영어' })).toBe('/s/5?l=en');
  });

  it('completes names, best first, something for nothing typed', () => {
    expect(complete(session, 'name', '', {}, korean)).toStrictEqual([
      { label: FIVE, value: '/s/5' },
      { label: '6 · 비즈니스를 위한 간편한 머신러닝', value: '/s/6' },
    ]);
    expect(complete(session, 'name', '머신러닝', {}, korean)[0]?.value).toBe('/s/6');
    expect(complete(session, 'name', '', {}, english)[0]?.label).toBe('5 · Introducing Cloud AI Platform');
  });

  it.each(['/s/5', FIVE, '5'])(
    'completes sections within the session that was chosen, by value, label or number: $0',
    (name) => {
      const labels = complete(session, 'section', '', { name }, korean).map(({ label }) => label);
      expect(labels).toEqual(['여는 글', 'BigQuery ML', 'Kubeflow']);
    },
  );

  it('completes sections of all sessions where none was chosen', () => {
    const all = complete(session, 'section', '', {}, korean);
    expect(all).toHaveLength(4);
    expect(new Set(all.map(({ value }) => readControl(value)?.route.page))).toEqual(new Set(['section']));
  });

  it('completes the languages there are', () => {
    expect(complete(session, 'language', '', {}, korean)).toStrictEqual([
      { label: '한국어', value: 'ko' },
      { label: 'English', value: 'en' },
    ]);
    expect(complete(session, 'language', '영', {}, korean)).toStrictEqual([
      { label: 'English', value: 'en' },
    ]);
  });

  it.each([
    ['name', {}],
    ['section', {}],
    ['section', { name: '/s/talk-3' }],
  ] as const)(
    'gives suggestions that Discord takes, whatever the titles: for $0 beside $1',
    (option, others) => {
      const same = '제목이 아주 긴 세션 '.repeat(20).trim();
      const many = library(
        Array.from({ length: 40 }, (_, at) =>
          talk(undefined, post(same, [section({ name: '👩‍👩‍👧'.repeat(40), id: `s${at}` })])),
        ).map((one, at) => ({ ...one, id: `talk-${at}` })),
      );
      const choices = complete(session, option, '', others, korean, context(many));
      expect(choices.length).toBeGreaterThan(0);
      expect(choices.length).toBeLessThanOrEqual(25);
      expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
      expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
      for (const { label, value } of choices) {
        expect(label.length).toBeGreaterThan(0);
        expect(label.length).toBeLessThanOrEqual(100);
        expect(label.isWellFormed()).toBe(true);
        expect(value.length).toBeLessThanOrEqual(100);
      }
    },
  );
});

describe('/topic', () => {
  it.each(['쿠브플로', 'kubeflow', '쿠베플로우', '쿠베플', '/t/kubeflow'])(
    'takes a name, another name, part of one, a value and a label: $0',
    async (name) => {
      const reply = await run(topic, { name }, korean);
      expect(reply.route && encodeRoute(reply.route)).toBe('/t/kubeflow');
      expect(problemsOf(reply.page)).toEqual([]);
    },
  );

  it('shows the closest on a miss', async () => {
    const reply = await run(topic, { name: '점심', private: true }, korean);
    expect(titleOf(reply.page)).toBe('찾는 주제가 없습니다');
    expect(reply.private).toBe(true);
    expect(controlsOf(reply.page)).toEqual(['/t/kubeflow', '/t/bigquery-ml', '/']);
  });

  it('completes names in the language of the reader', () => {
    expect(complete(topic, 'name', '', {}, korean)).toStrictEqual([
      { label: '쿠브플로', value: '/t/kubeflow' },
      { label: 'BigQuery ML', value: '/t/bigquery-ml' },
    ]);
  });
});

const answered: SearchResult = {
  verdict: 'answer',
  confidence: 0.9,
  passages: [
    {
      session: '5',
      section: 'kubeflow',
      language: 'ko',
      score: 1,
      confidence: 0.9,
      quote: '쿠버네티스 위의 ML이다.',
      marks: [[0, 5]],
    },
  ],
};

describe('/ask', () => {
  it('answers, under an address that can be shared', async () => {
    const reply = await run(
      ask,
      { question: '쿠브플로가 뭐야?' },
      korean,
      context(undefined, { '쿠브플로가 뭐야?': answered }),
    );
    expect(titleOf(reply.page)).toBe('Kubeflow');
    expect(reply.private).toBe(false);
    expect(reply.route && encodeRoute(reply.route)).toBe('/a/쿠브플로가 뭐야%3F');
  });

  it('shares the section where the question is too long to be an address', async () => {
    const question = `쿠브플로가 무엇인지 ${'아주 '.repeat(40)}자세히 알려 주세요`;
    const reply = await run(
      ask,
      { question, private: true },
      korean,
      context(undefined, { [question]: answered }),
    );
    expect(reply.route && encodeRoute(reply.route)).toBe('/s/5/kubeflow');
    const none = await run(ask, { question: `${question}!` }, korean);
    expect(none.route).toBeUndefined();
    expect(titleOf(none.page)).toBe('세션 글에 없는 내용입니다');
  });

  it('completes with names that a question may be', () => {
    const choices = complete(ask, 'question', 'kube', {}, korean);
    expect(choices.map(({ label, value }) => [label, value])).toEqual([
      ['쿠브플로', '쿠브플로'],
      ['Kubeflow', 'Kubeflow'],
    ]);
  });

  it('without its question is an error that the wire answers', async () => {
    await expect(async () => await run(ask, {}, korean)).rejects.toThrow(/came without "question"/);
  });
});

describe('/help', () => {
  it('lists each command, in each language, for the person who asks', async () => {
    const reply = await run(help, {}, english);
    expect(reply.private).toBe(true);
    expect(reply.route).toStrictEqual({ page: 'help' });
    for (const locale of LOCALES) {
      const { page } = await run(help, {}, { locale, language: locale });
      const told = page.embeds[0]?.description ?? '';
      for (const command of commands) {
        if (command.kind === 'message') {
          expect(told).toContain(
            `**${command.texts[locale].name}**\n-# ${command.texts[locale].description}`,
          );
          continue;
        }
        const all = command.kind === 'group' ? command.subcommands : { '': command };
        for (const [name, { texts }] of Object.entries(all)) {
          const typed = `${command.name} ${name}`.trim();
          expect(told).toContain(`</${typed}:1>\n-# ${texts[locale].description}`);
        }
      }
    }
  });
});

describe('Find in sessions', () => {
  it('shows privately which sections a message is about', async () => {
    expect(findInSessions.kind).toBe('message');
    if (findInSessions.kind !== 'message') return;
    const at = context(undefined, { '쿠브플로 써 본 사람?': answered });
    const reply = await findInSessions.run(
      at,
      { text: '쿠브플로 써 본 사람?', ours: undefined },
      korean,
      request,
    );
    expect.assert('page' in reply);
    expect(reply.private).toBe(true);
    expect(titleOf(reply.page)).toBe('이 메시지와 관련된 섹션');
    expect(reply.route).toStrictEqual({ page: 'found', question: '쿠브플로 써 본 사람?' });
    const empty = await findInSessions.run(at, { text: '', ours: undefined }, english, request);
    expect.assert('page' in empty);
    expect(titleOf(empty.page)).toBe('No section is about this message');
    expect(empty.route).toBeUndefined();
  });
});

describe('the list of commands', () => {
  it('names each once', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });
});
