import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask } from '#commands/ask.ts';
import { findInSessions } from '#commands/findInSessions.ts';
import { help } from '#commands/help.ts';
import { commands } from '#commands/index.ts';
import { session } from '#commands/session.ts';
import { topic } from '#commands/topic.ts';
import { encodeRoute, readControl } from '#pages/route.ts';
import type { SearchResult } from '#search/model.ts';
import { english, korean, library, post, section, session as talk } from '../pages/build.ts';
import { controlsOf, problemsOf } from '../pages/validate.ts';
import { complete, context, request, run, titleOf } from './context.ts';

const FIVE = '5 · 데이터 사이언티스트를 위한 Cloud AI Platform 소개';

describe('/session', () => {
  const at = async (args: Readonly<Record<string, string | boolean>>, reader = korean) => {
    const reply = await run(session, args, reader);
    assert.deepEqual(problemsOf(reply.page), []);
    return reply;
  };
  const route = async (args: Readonly<Record<string, string | boolean>>, reader = korean) => {
    const reply = await at(args, reader);
    return reply.route === undefined ? undefined : encodeRoute(reply.route);
  };

  it('without anything is the index', async () => {
    assert.equal(await route({}), '/');
    assert.equal(await route({ name: ' ', section: '' }), '/');
  });

  it('takes a number, a title, part of one, a value and a label', async () => {
    for (const name of [
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
    ]) {
      assert.equal(await route({ name }), '/s/5', name);
    }
  });

  it('takes a section within the session, by value, label or name', async () => {
    for (const name of ['/s/5/kubeflow', 'Kubeflow', 'kubef'])
      assert.equal(await route({ name: '5', section: name }), '/s/5/kubeflow', name);
    assert.equal(await route({ name: '5', section: '여는 글' }), '/s/5/intro');
  });

  it('takes a section alone from all sessions, by a value or label too', async () => {
    assert.equal(await route({ section: 'Vision' }), '/s/6/vision');
    assert.equal(await route({ section: '/s/6/vision' }), '/s/6/vision');
    const label = complete(session, 'section', 'Vision', {}, korean)[0]?.label ?? assert.fail();
    assert.equal(label, 'Vision API — 6 · 비즈니스를 위한 간편한 머신러닝');
    assert.equal(await route({ section: label }), '/s/6/vision');
  });

  it('prefers the session that was named to the one in a value, and says where that one stands', async () => {
    const reply = await at({ name: '6', section: '/s/5/kubeflow' });
    assert.equal(titleOf(reply.page), '찾는 섹션이 없습니다');
    assert.match(reply.page.embeds[0]?.description ?? '', /‘kubeflow’/);
    assert.deepEqual(controlsOf(reply.page), ['/s/5/kubeflow', '/s/6/vision', '/s/6', '/']);
  });

  it('shows the closest on a miss', async () => {
    const miss = await at({ name: '점심' });
    assert.equal(titleOf(miss.page), '찾는 세션이 없습니다');
    assert.match(miss.page.embeds[0]?.description ?? '', /‘점심’에 맞는 세션을 찾지 못했습니다/);
    assert.deepEqual(controlsOf(miss.page), ['/s/5', '/s/6', '/']);
    assert.equal(miss.route, undefined);
    assert.equal(titleOf((await at({ name: '99' }, english)).page), 'No such session');
  });

  it('offers a section that somebody took for a session', async () => {
    const reply = await at({ name: 'Vision' });
    assert.equal(titleOf(reply.page), '찾는 세션이 없습니다');
    assert.equal(controlsOf(reply.page)[0], '/s/6/vision');
  });

  it('takes a value of a session that is gone for what it says', async () => {
    const reply = await at({ name: '/s/nothing-left' });
    assert.equal(titleOf(reply.page), '찾는 세션이 없습니다');
  });

  it('answers privately and in a language where that is wanted', async () => {
    const reply = await at({ name: '5', private: true, language: 'English' });
    assert.equal(reply.private, true);
    assert.equal(titleOf(reply.page), '5 · Introducing Cloud AI Platform');
    assert.equal(reply.route && encodeRoute(reply.route), '/s/5?l=en');
    assert.equal((await at({ name: '5', language: '클링온' })).route?.language, undefined);
    assert.equal(await route({ name: '5', language: '영어' }), '/s/5?l=en');
  });

  it('completes names, best first, something for nothing typed', () => {
    assert.deepEqual(complete(session, 'name', '', {}, korean), [
      { label: FIVE, value: '/s/5' },
      { label: '6 · 비즈니스를 위한 간편한 머신러닝', value: '/s/6' },
    ]);
    assert.equal(complete(session, 'name', '머신러닝', {}, korean)[0]?.value, '/s/6');
    assert.equal(complete(session, 'name', '', {}, english)[0]?.label, '5 · Introducing Cloud AI Platform');
  });

  it('completes sections within the session that was chosen, by value, label or number', () => {
    for (const name of ['/s/5', FIVE, '5']) {
      const labels = complete(session, 'section', '', { name }, korean).map(({ label }) => label);
      assert.deepEqual(labels, ['여는 글', 'BigQuery ML', 'Kubeflow'], name);
    }
    const all = complete(session, 'section', '', {}, korean);
    assert.ok(all.length === 4 && all.every(({ value }) => readControl(value)?.route.page === 'section'));
  });

  it('completes the languages there are', () => {
    assert.deepEqual(complete(session, 'language', '', {}, korean), [
      { label: '한국어', value: 'ko' },
      { label: 'English', value: 'en' },
    ]);
    assert.deepEqual(complete(session, 'language', '영', {}, korean), [{ label: 'English', value: 'en' }]);
  });

  it('gives suggestions that Discord takes, whatever the titles', () => {
    const same = '제목이 아주 긴 세션 '.repeat(20).trim();
    const many = library(
      Array.from({ length: 40 }, (_, at) =>
        talk(undefined, post(same, [section({ name: '👩‍👩‍👧'.repeat(40), id: `s${at}` })])),
      ).map((one, at) => ({ ...one, id: `talk-${at}` })),
    );
    for (const [option, others] of [
      ['name', {}],
      ['section', {}],
      ['section', { name: '/s/talk-3' }],
    ] as const) {
      const choices = complete(session, option, '', others, korean, context(many));
      assert.ok(choices.length > 0 && choices.length <= 25);
      assert.equal(new Set(choices.map(({ label }) => label)).size, choices.length);
      assert.equal(new Set(choices.map(({ value }) => value)).size, choices.length);
      for (const { label, value } of choices) {
        assert.ok(label.length > 0 && label.length <= 100 && label.isWellFormed() && value.length <= 100);
      }
    }
  });
});

describe('/topic', () => {
  it('takes a name, another name, part of one, a value and a label', async () => {
    for (const name of ['쿠브플로', 'kubeflow', '쿠베플로우', '쿠베플', '/t/kubeflow']) {
      const reply = await run(topic, { name }, korean);
      assert.equal(reply.route && encodeRoute(reply.route), '/t/kubeflow', name);
      assert.deepEqual(problemsOf(reply.page), []);
    }
  });

  it('shows the closest on a miss', async () => {
    const reply = await run(topic, { name: '점심', private: true }, korean);
    assert.equal(titleOf(reply.page), '찾는 주제가 없습니다');
    assert.equal(reply.private, true);
    assert.deepEqual(controlsOf(reply.page), ['/t/kubeflow', '/t/bigquery-ml', '/']);
  });

  it('completes names in the language of the reader', () => {
    assert.deepEqual(complete(topic, 'name', '', {}, korean), [
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
    assert.equal(titleOf(reply.page), 'Kubeflow');
    assert.equal(reply.private, false);
    assert.equal(reply.route && encodeRoute(reply.route), '/a/쿠브플로가 뭐야%3F');
  });

  it('shares the section where the question is too long to be an address', async () => {
    const question = `쿠브플로가 무엇인지 ${'아주 '.repeat(40)}자세히 알려 주세요`;
    const reply = await run(
      ask,
      { question, private: true },
      korean,
      context(undefined, { [question]: answered }),
    );
    assert.equal(reply.route && encodeRoute(reply.route), '/s/5/kubeflow');
    const none = await run(ask, { question: `${question}!` }, korean);
    assert.equal(none.route, undefined);
    assert.equal(titleOf(none.page), '세션 글에 없는 내용입니다');
  });

  it('completes with names that a question may be', () => {
    const choices = complete(ask, 'question', 'kube', {}, korean);
    assert.deepEqual(
      choices.map(({ label, value }) => [label, value]),
      [
        ['쿠브플로', '쿠브플로'],
        ['Kubeflow', 'Kubeflow'],
      ],
    );
  });

  it('without its question is an error that the wire answers', async () => {
    await assert.rejects(async () => await run(ask, {}, korean), /came without "question"/);
  });
});

describe('/help', () => {
  it('mentions the commands so that they can be pressed', async () => {
    const reply = await run(help, { private: true }, english);
    assert.match(
      reply.page.embeds[0]?.description ?? '',
      /<\/session:1>[\s\S]*<\/topic:1>[\s\S]*<\/ask:1>[\s\S]*<\/help:1>/,
    );
    assert.equal(reply.private, true);
    assert.deepEqual(reply.route, { page: 'help' });
  });
});

describe('Find in sessions', () => {
  it('shows privately which sections a message is about', async () => {
    assert.equal(findInSessions.kind, 'message');
    if (findInSessions.kind !== 'message') return;
    const at = context(undefined, { '쿠브플로 써 본 사람?': answered });
    const reply = await findInSessions.run(at, '쿠브플로 써 본 사람?', korean, request);
    assert.equal(reply.private, true);
    assert.equal(titleOf(reply.page), '이 메시지와 관련된 섹션');
    assert.deepEqual(reply.route, { page: 'found', question: '쿠브플로 써 본 사람?' });
    const empty = await findInSessions.run(at, '', english, request);
    assert.equal(titleOf(empty.page), 'No section is about this message');
    assert.equal(empty.route, undefined);
  });
});

describe('the list of commands', () => {
  it('names each once', () => {
    assert.equal(new Set(commands.map(({ name }) => name)).size, commands.length);
    assert.equal(new Set(commands.map(({ ko }) => ko)).size, commands.length);
  });
});
