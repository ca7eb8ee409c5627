import { describe, expect, it } from 'vitest';
import { asksPersonName, personalFactIn } from '#search/answer/question/personalFacts.ts';

describe('what is asked of a person', () => {
  it.each([
    '쿠브플로우 발표자 취미가 뭐래',
    '빅쿼리 발표하신 분 결혼하셨나요',
    '연사 키 몇이야',
    "what is the speaker's age",
    'which shoes did the presenter wear',
    '登壇者の出身大学',
  ])('%s', (question) => {
    const tells = personalFactIn(question);
    expect(tells).toBeDefined();
    expect(tells?.test('발표자는 베스핀글로벌에서 왔습니다.')).toBe(false);
  });

  it.each([
    '경찰 출신 발표자 누구였지',
    '고양이 게임 만든 분이 누구야',
    '빅쿼리 발표자 누구야',
    'how old is the data',
    'who spoke about BigQuery',
    '연사진',
    '登壇者は誰',
  ])('%s asks for no such thing', (question) => {
    expect(personalFactIn(question)).toBeUndefined();
  });
});

it.each([
  ['베스핀 발표한 사람 이름이 뭐야', true],
  ['발표자분 성함이', true],
  ["the speaker's name", true],
  ['name of the person who gave the talk', true],
  ['発表者のお名前は', true],
  ['발표한 회사 이름', false],
  ['발표자 누구', false],
  ['name of the tool that the speaker showed', false],
])('%s: asks for the name of a person: %s', (question, asks) => {
  expect(asksPersonName(question)).toBe(asks);
});
