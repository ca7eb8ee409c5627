import { describe, expect, it } from 'vitest';
import { drawPage } from '#pages/draw.ts';
import type { Page, Reader, Sources } from '#pages/model.ts';
import { openCorpus } from '../../relevance/corpora.ts';
import { english, korean, sources as sourcesOf } from '../build.ts';
import { controlsOf, problemsOf } from '../validate.ts';

const { library, search } = await openCorpus('full');
const sources: Sources = { ...sourcesOf(library), search };

const draw = (question: string, reader: Reader = korean): Page =>
  drawPage(sources, { page: 'answer', question }, reader);
const first = (page: Page) => page.embeds[0] ?? expect.unreachable('no embed');

describe('the page of an answer', () => {
  it.each([
    '무슨 세션이 있어',
    '몇 개야',
    '언제 열렸어',
    '어디서 했어?',
    '2번 누가 발표했어',
    '슬라이드 있어?',
    '추천해 줘',
    '이 봇 뭐야',
    '3번 세션 요약',
    'POS가 뭐야',
    'bigquery랑 automl 차이',
    'what sessions are there',
    'who spoke about Kubeflow?',
    'GPU vs TPU',
  ])('%s is within Discord’s limits, says what was asked and leads on', (question) => {
    for (const reader of [korean, english]) {
      const page = draw(question, reader);
      expect(problemsOf(page)).toEqual([]);
      expect(first(page).author?.name).toBe(`“${question}”`);
      expect(controlsOf(page).length).toBeGreaterThan(0);
    }
  });

  it('for all sessions is the index, for one session that session', () => {
    expect(controlsOf(draw('무슨 세션이 있어')).slice(0, 6)).toEqual([
      '/s/1',
      '/s/2',
      '/s/3',
      '/s/4',
      '/s/5',
      '/s/6',
    ]);
    expect(first(draw('3번 세션 요약')).title).toMatch(/^3 · /);
  });

  it('says whom a talk was given by, and where nothing is known', () => {
    expect(first(draw('2번 누가 발표했어')).description).toMatch(/베스핀글로벌이 발표했습니다/);
    expect(first(draw('6번 발표자 누구야')).description).toMatch(/누가 발표했는지는 글에 적혀 있지 않습니다/);
    expect(first(draw('슬라이드 있어?')).description).toMatch(/슬라이드 링크는 글에 없습니다/);
  });

  it('draws the list in a comparison as a list', () => {
    expect(first(draw('AutoML vs Vision API 언제')).description).toMatch(
      /^> - 일반적인 질문.*\n> - 내 업무에만 있는 질문/m,
    );
  });

  it.each([
    ['AutoML이랑 도커 차이', /‘도커’는 글에 나오지 않습니다\.[\s\S]*AutoML/],
    ['쿠팡은 빅쿼리 어떻게 써', /‘쿠팡’은 글에 나오지 않습니다\.[\s\S]*BigQuery/],
    ['snowflake vs bigquery', /The posts do not mention “snowflake”\.[\s\S]*BigQuery/],
  ])('%s: shows what is known, and names what is not there', (question, shown) => {
    const reader = /[가-힣]/u.test(question) ? korean : english;
    expect(first(draw(question, reader)).title).toMatch(/혹시|Did you mean/);
    expect(first(draw(question, reader)).description).toMatch(shown);
  });

  it('quotes the post on where it was held', () => {
    expect(first(draw('where was it held?', korean)).description).toMatch(/> .*COEX/);
    expect(first(draw('어디서 했어?')).description).toMatch(/> .*코엑스/);
  });

  it('shows two things under each other, each with a press', () => {
    const page = draw('bigquery랑 automl 차이');
    expect(first(page).title).toBe('BigQuery와 Cloud AutoML');
    expect(first(page).description).toMatch(/### BigQuery\n> .*\n-# BigQuery[\s\S]*### Cloud AutoML\n/);
    expect(controlsOf(page)).toEqual(expect.arrayContaining(['/t/bigquery', '/t/cloud-automl']));
  });

  it('says once where quotes of one section stand', () => {
    const shown = first(draw('CNN이랑 RNN 차이')).description ?? '';
    expect(shown.match(/^-# /gmu)).toHaveLength(1);
    expect(shown).toMatch(
      /### CNN\n> [\s\S]*### RNN\n> [\s\S]*> 다루는 데이터의 모양[\s\S]*\n-# 모델: DNN, CNN, RNN — /,
    );
  });

  it('says that a summary is the glossary’s', () => {
    const page = draw('POS가 뭐야');
    expect(first(page).title).toBe('POS (point of sale)');
    expect(first(page).description).toMatch(
      /거래를 기록하는 시스템입니다\.\n\n-# 용어집에 있는 설명입니다\./,
    );
    expect(controlsOf(page)).toContain('/t/pos');
  });

  it('recommends by person and day, with a press for another', () => {
    const today = { person: '7', day: 20_000 };
    const one = draw('추천해 줘', { ...korean, today });
    const next = draw('추천 2', { ...korean, today });
    expect(controlsOf(one)).toContain('/a/추천 2');
    expect(first(one).title).not.toBe(first(next).title);
    expect(first(one).title).not.toBe(
      first(draw('추천해 줘', { ...korean, today: { ...today, day: 20_001 } })).title,
    );
  });

  it('is in the language of the question where that is clear', () => {
    expect(first(draw('what is a tensor?', korean)).description).toMatch(/array of numbers/);
    expect(first(draw('텐서가 뭐야?', english)).description).toMatch(/늘어놓은 배열/);
  });

  it('offers nothing that is not alike', () => {
    expect(controlsOf(draw('오늘 날씨 어때?'))).toEqual(['/']);
    expect(controlsOf(draw('ㅎㅇ'))).toEqual(['/']);
  });
});
