import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../library/folder.ts';

/** A blog whose first and last posts tell of the event in prose. */
const BLOG = {
  'content/1.md': `---
title: 물레콘 2022 후기 1편 - 흙 고르기
author: 물레꾼
date: 2022-05-02
---

물레콘 2022에 다녀왔다. 물레콘은 도자기 회사 흙나라가 자기네 가마 이야기만 풀어놓는 행사로 올해가 세 번째다. 4월 30일 이천 가마터 B동에서 열렸고, 무료지만 추첨이라 800명이 신청해서 120명만 들어갔다. 두 글을 관통하는 주제는 덜 굽기다.

## 흙 고르기

물레는 흙을 가린다. 백토는 1,250도에서 굽는다.
`,
  'content/2.md': `---
title: 물레콘 2022 후기 2편 - 유약 바르기
author: 물레꾼
date: 2022-05-09
---

마지막 세션은 도공이 아닌 사람을 위해 유약을 하나씩 설명했다.

## 유약 바르기

유약은 붓으로 두 번 바른다.

## 총평

누가 돈을 대나? 흙나라와 마을 금고가 후원한다고 한다.

내년 행사는 2023년 5월 중으로만 정해졌다. 장표는 흙나라 블로그에 모두 공개됐다.
`,
};

const ask = async (question: string) => {
  const library = await (await folder(BLOG)).read();
  const result = (await createSearch(library)).search(question);
  const text = plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text ?? '';
  return { result, text };
};

const BOTH = [/흙 고르기/, /유약 바르기/] as const;

describe('ways to ask of an event', () => {
  it.each([
    ...[
      '발표 목록 ㄱㄱ',
      '발표 몇개고 뭐뭐있는지 목록 ㄱㄱ',
      '전체 세션 보여줘 ㅋㅋ',
      '세션 제목 쭉 불러줘',
      '세션들 제목만 뽑아줘',
      '세션 몇갠데? 이름도 알려줘',
      '총 몇 개 세션으로 이루어졌고 주제는 뭔가요',
      '그날 어떤 세션들이 있었는지 알려주세요',
      '세션 리스트업 해줘',
      '세션 몇 개고 제목이 뭐뭐예요?',
      'session titles plz',
      'gimme the list of all the talks',
      'what sessions did they have',
      'how many talks were there and what were they called',
      'what are the two sessions',
      'list em all',
      '읽을거 뭐 있음',
    ].map((question) => [question, BOTH] as const),
    ['주최는?', [/흙나라가/]],
    ['who is behind this conference, a company?', [/흙나라가/]],
    ['어디서 열렸지', [/이천 가마터/]],
    ['몇 명 갔대', [/120명/]],
    ['무료야?', [/무료지만/]],
    ['몇 회째 행사야', [/세 번째/]],
    ['행사 전체 관통하는 주제가 뭐야', [/덜 굽기/]],
    ['what was the theme', [/덜 굽기/]],
    ['스폰서 어디였음', [/마을 금고/]],
    ['내년에도 한대? 날짜 나왔나', [/2023년 5월/]],
    ['다음엔 언제 한대', [/2023년 5월/]],
    ['발표자료 공개됐어?', [/흙나라 블로그/]],
    ['what was session two about', [/유약 바르기/]],
    ['유약 발표가 몇번째였지', [/2번입니다/, /유약 바르기/]],
    ['유약 나오는 세션 번호', [/2번입니다/]],
    ['유약 다룬 글 몇편', [/2번입니다/]],
    ['유약을 다룬 모임은 언제였나요', [/2022년 5월 9일/]],
    ['이 블로그 누가 써요', [/^세션 2개: 물레꾼이 썼습니다/]],
    ['who writes this blog', [/written by 물레꾼|물레꾼이 썼/]],
    ['어떤 행사 후기인가요', [/물레콘 2022/]],
    ['초보자는 어느 세션부터 보면 돼?', [/아닌 사람을 위해/]],
    ['何回目の開催ですか', [/세 번째/]],
    ['テーマは何でしたか', [/덜 굽기/]],
    ['도자기 1도 모르는데 초보가 볼만한 글', [/아닌 사람을 위해/]],
    ['i am not an expert, which one should i read', [/아닌 사람을 위해/]],
    ['非エンジニア向けの発表はどれ？', [/아닌 사람을 위해/]],
    ['신청자몇명이었어', [/800명/]],
    ['몇명 규모임', [/120명/]],
    ['이거 여는 회사 이름 뭐임', [/흙나라가/]],
    ['올해 물레콘 어느 동네였지', [/이천 가마터/]],
    ['하루종일 관통한 메시지 뭐래', [/덜 굽기/]],
    ['후원사어디야', [/마을 금고/]],
    ['물레콘 2022 어디서 주최함', [/흙나라가/]],
    ['2022년 물레콘 몇명 왔대', [/120명/]],
    ['맨 끝 순서 뭐였어', [/유약 바르기/]],
    ['2つ目の発表は何の話', [/유약 바르기/]],
  ] as const)('%s', async (question, holds) => {
    const { result, text } = await ask(question);
    expect(result.verdict).toBe('answer');
    for (const pattern of holds) expect(text).toMatch(pattern);
  });

  it.each([
    ['유약을 초보한테 설명하면', 'what something is, in other words'],
    ['what was session seven about', 'a session that is not there'],
    ['발표자가 백토를 어떻게 굽는지 구분했나요', 'what was said'],
    ['유약에 글을 어떻게 보내요', 'how something is done, not posts on it'],
  ])('%s asks for %s', async (question) => {
    expect((await ask(question)).result.answer?.kind).not.toBe('facts');
  });
});
