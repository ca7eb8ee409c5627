import { describe, expect, it } from 'vitest';
import { countedIn, withoutMeasured } from '#search/answer/question/values/countedNoun.ts';

describe('a number of what is counted', () => {
  it.each([
    ['쓰는 데가 몇 분야래', '발표에서 든 분야는 여섯 가지입니다.', '여섯 사람이 왔다.'],
    ['how many options are there for charts', 'There are three choices.', 'There are charts.'],
    ['number of steps until it runs', 'It takes four steps.', 'It takes four people.'],
    ['how many engineers work on it', '엔지니어 세 명이 한다.', '엔지니어가 한다.'],
    ['굽는 방법이 몇 가지야', '세 가지 방법이 있다.', '여러 방법이 있다.'],
    ['how many small ovens do they own', 'They own eleven ovens.', 'Each oven takes 9 hours to cool.'],
    ['how many routers are in the cellar', 'There are ~20 wifi-routers.', 'It was 20 degrees.'],
    ['how many loaves did they give away', 'They gave 71 of them to the shelter.', 'They gave some away.'],
    ['how many mixers does the bakery own', 'Mixers | 12', 'A mixer costs £12.'],
    ['통역기 몇개국어 돼', '서른 개가 넘는 언어를 듣는다.', '세 나라에서 판다.'],
    ['반죽기는 몇 종이야', '반죽기는 두 가지다.', '두 사람이 돌린다.'],
    ['how much did the oven cost them', 'It was £1,200.', 'It took 12 days.'],
    ['빵집은 한 해에 얼마나 번대', '연 매출 3조 2천억', '한 해에 3번 연다.'],
    ['total spend on the shed', 'It came to €310.', 'It came to 310 planks.'],
    ['밀가루값 얼마나 아꼈대', '밀가루값을 12% 줄였다.', '12번 줄였다.'],
    ['칩이 초당 몇 tops 나와', '초당 4 TOPS를 낸다.', '칩 4개를 단다.'],
    ['수강권은 얼마 동안 써요', '반년, 곧 6개월 동안 쓴다.', '6명이 쓴다.'],
  ])('%s', (question, told, other) => {
    const counted = countedIn(question)?.amount;
    expect(counted?.test(told)).toBe(true);
    expect(counted?.test(other)).toBe(false);
  });

  it.each([
    ['제빵사 몇 명이야', '제빵사 네 명이 굽는다.', '손님 네 명이 왔다.'],
    ['분야를 몇 군데 들었어', '든 분야는 여섯 가지다.', '든 사람은 여섯 가지다.'],
    ['화덕 쌓는 데 며칠이야', '쌓는 데 9일 걸렸다.', '9일 뒤에 열었다.'],
    ['how long did the kneading take', 'It took 40 minutes.', 'It is 40 minutes from here.'],
    ['굽는 시간은 몇 분까지 줄었어', '40분에서 25분까지 줄었다.', '40분 굽는다.'],
  ])('%s: exactly', (question, told, alike) => {
    const counted = countedIn(question);
    expect(counted?.amount.test(told)).toBe(true);
    expect(counted?.amount.test(alike)).toBe(true);
    expect(counted?.closest?.test(told)).toBe(true);
    expect(counted?.closest?.test(alike)).toBe(false);
  });

  it('is left in a text without times, shares, prices and years', () => {
    expect(withoutMeasured('In 2021 it took 3 hours, 5% and £40 for 12 loaves')).toMatch(/^\D*12 loaves$/);
    expect(withoutMeasured('4.7분 뒤에 손님 30명이 왔다')).toMatch(/^\D*30명이 왔다$/);
  });
});
