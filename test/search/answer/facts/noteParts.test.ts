import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../../library/folder.ts';

const NOTES = {
  '2021-LoomConf/shipping.md': `# Weaving at Marlow

## Why weave daily

Every weaver ends her own thread.

## Wrap up

Weave small
Own your knots
`,
  'posts/mono.md': `# [하람콘2021] 베틀 쪼개기

## 배경
- 실이 두 시간 걸림

## 한줄 정리
쪼개기 전에 경계부터 그리자
`,
  'posts/review.md': `# 하람제 2022 후기

### 일시
2022년 11월 5일

### 장소
서울 드래곤시티

### 배운 점
- 5분은 짧다

### 서해윤님 발표
- 실은 두 겹
`,
  'posts/matsuri.md': `# 織物祭り2014に行ってきた

織物祭りは毎年春に開かれる、誰でも参加できるイベントです。

* 開催日
  * 2014/05/03
* 開催場所
  * 大崎文化センター
`,
};

describe('what stands below a heading or a label of notes', () => {
  it.each([
    ['main takeaways of weaving at marlow', /Own your knots/],
    ['what year was the weaving at marlow talk', /^2021-LoomConf$/],
    ['베틀 쪼개기 한줄로 요약하면?', /경계부터 그리자/],
    ['베틀 쪼개기 몇년도 발표야', /하람콘2021/],
    ['하람제 2022 어디서 했어', /드래곤시티/],
    ['하람제 22에서 누구 발표 정리한 거야', /^서해윤님 발표$/],
    ['하람제 2022 날짜', /11월 5일/],
    ['織物祭りの会場はどこ', /大崎文化センター/],
    ['織物祭りってどんなイベント?', /誰でも参加できる/],
  ])('%s', async (question, told) => {
    const library = await (await folder(NOTES)).read();
    const language = /[가-힣]/u.test(question) ? 'ko' : /[ぁ-ん]/u.test(question) ? 'ja' : 'en';
    const result = (await createSearch(library)).search(question, { language });
    expect(plainAnswer(library, result, { locale: language, language })?.text).toMatch(told);
  });
});

it('a line that tells a place announces nothing for the next one', async () => {
  const post = `# 織物会議 05 レポート

開催日
:  2013 年 8 月 31 日 (土)

開催場所
:  なぎさ 大阪本社

主催
:  織物会議 05 実行委員会
`;
  const library = await (await folder({ 'posts/kaigi.md': post })).read();
  const { answer } = (await createSearch(library)).search('会場はどこ', { language: 'ja' });
  expect(answer?.kind === 'facts' && answer.fact.about === 'where' && answer.fact.told?.quote).toMatch(
    /^開催場所 : なぎさ 大阪本社$/,
  );
});
