import { expect, it } from 'vitest';
import { definesBy } from '#search/answer/sentences/definition.ts';
import { DEFINES } from '#search/answer/sentences/findDefinition.ts';

it.each([
  [
    '발효통',
    '발효통이란, 뚜껑에 물을 채워 공기를 막는 항아리라는 뜻이고 집에서도 잘 쓴다고 한다는 점이 다르다.',
  ],
  ['도커', '도커란 프로세스를 가두는 도구로, 배포도 쉬워진다는 이점이 있음'],
  ['염전의 밤', '염전의 밤은 해마다 열리는 모임으로, 소금을 굽는 사람들이 이야기를 나눈다'],
  ['간수', '간수는 소금을 내릴 때 나오는 물임'],
  ['pivot', '이렇게 방향을 바꾸는 것을 pivot이라고 함'],
  ['디코이', '디코이 -> 비싼 것을 사게 하려고 둔 물건'],
  ['aws', 'AWS라고 하면 빌려 쓰는 서버로 다들 알고 있음'],
  ['シグナル', 'シグナルとは、値の変化を知らせる仕組みで便利らしい'],
])('%s is said to be something by how the sentence begins: %s', (name, sentence) => {
  expect(definesBy(sentence, [name])).toBeGreaterThanOrEqual(DEFINES);
});

it.each([
  ['발효통', '발효통이란 무엇일까?'],
  ['발효통', '발효통은 값이 제각각이고 무겁다'],
  ['발효통', '발효통은 올해 봄 모임에서 삭힘독이 새로 얻은 이름이다'],
  ['fermenter', 'Fermenter is the new name of what used to be the crock'],
])('%s is not: %s', (name, sentence) => {
  expect(definesBy(sentence, [name])).toBeLessThan(DEFINES);
});
