import { describe, expect, test } from 'vitest';
import { koreanStems } from '#search/words/korean.ts';
import { isLightVerb, verbsOf } from '#search/words/verbs.ts';
import { wordClassOf } from '#search/words/wordClass.ts';

describe('endings of spoken Korean', () => {
  test.each([
    ['붙여보려면', '붙이다'],
    ['넣어달라고', '넣다'],
    ['갖춰야돼', '갖추다'],
    ['어렵대', '어렵다'],
    ['끊겼다던데', '끊기다'],
    ['돌리고있음', '돌리다'],
    ['만들어준대', '만들다'],
    ['막아야하나', '막다'],
    ['사라졌다며', '사라지다'],
    ['바꿔봤는데', '바꾸다'],
    ['꺼지잖아', '꺼지다'],
    ['끊겨버렸대', '끊기다'],
    ['옮기기전까지', '옮기다'],
    ['지우기직전에', '지우다'],
    ['바꾸고픈데', '바꾸다'],
    ['쌓아놔도', '쌓다'],
    ['묶어놨대', '묶다'],
    ['몰고옴', '몰다'],
    ['줄여봤자', '줄이다'],
    ['켰을땐', '켜다'],
    ['보낼땐', '보내다'],
    ['버릴바엔', '버리다'],
    ['자르랬더니', '자르다'],
    ['늘리려고요', '늘리다'],
    ['막았나봐', '막다'],
    ['합치는족족', '합치다'],
  ])('%s is a form of %s', (word, verb) => {
    expect(verbsOf(word)).toContain(verb);
  });

  test.each(['기대', '시대', '세대', '확대', '휴대', '밀라노', '피아노', '분담', '사용', '사냥'])(
    '%s is a noun',
    (word) => {
      expect(verbsOf(word)).toEqual([]);
    },
  );

  test.each([
    ['분석해준대', '분석'],
    ['연습하고픈데', '연습'],
    ['학습시키려면', '학습'],
    ['지원되지않나', '지원'],
    ['공짜랬지', '공짜'],
    ['서버이랬더라', '서버'],
    ['무료라던데', '무료'],
    ['협찬사였더라', '협찬사'],
    ['강당이었지', '강당'],
    ['어느쪽인감', '어느쪽'],
    ['숙소였음', '숙소'],
  ])('%s is of %s', (word, noun) => {
    expect(koreanStems(word)).toContain(noun);
  });

  test('a verb that makes one of a noun', () => {
    expect(isLightVerb('받아야하나')).toBe(true);
    expect(isLightVerb('받침')).toBe(false);
  });

  test.each([
    '놔두던데',
    '온다길래',
    '봐달라며',
    '알아두면',
    '가보니',
    '것까진',
    '데로는',
    '누구였던거',
    '어디꺼임',
    '며칠간이야',
  ])('%s only asks or says nothing of its own', (word) => {
    expect(wordClassOf([word])).toBe('asking');
  });

  test.each(['보안', '이진', '거버넌스', '데모존', '지오펜싱', '쪽지'])('%s names something', (word) => {
    expect(wordClassOf([word])).not.toBe('asking');
  });
});
