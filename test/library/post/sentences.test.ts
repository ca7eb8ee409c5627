import { expect, test } from 'vitest';
import { sentencesOf } from '#library/text/sentences.ts';

test.each([
  ['`first(...)`는 하나다. 둘째다.', ['`first(...)`는 하나다. ', '둘째다.']],
  ['first(...) 에서 ...는 늘 돈다. 둘째다.', ['first(...) 에서 ...는 늘 돈다. ', '둘째다.']],
  ['...rest is all others. One more.', ['...rest is all others. ', 'One more.']],
  ['그렇다...그리고 끝이다.', ['그렇다...', '그리고 끝이다.']],
  ['One. Two.', ['One. ', 'Two.']],
])('dots of code end no sentence: %j', (text, expected) => {
  expect([...sentencesOf(text)].map(({ segment }) => segment)).toEqual(expected);
});

test.each([
  ['It was held in St. Louis. Dr. Lund spoke.', ['It was held in St. Louis. ', 'Dr. Lund spoke.']],
  ['The U.S. team chose it vs. Kafka. Fine.', ['The U.S. team chose it vs. Kafka. ', 'Fine.']],
  ['See No. 5. No. We said no.', ['See No. 5. ', 'No. ', 'We said no.']],
  ['It is in C. The end.', ['It is in C. ', 'The end.']],
])('short words that another one follows end no sentence: %j', (text, expected) => {
  expect([...sentencesOf(text)].map(({ segment }) => segment)).toEqual(expected);
});

test.each([
  ['Harbor Inc. 재직 중이다. 배를 고친다.', ['Harbor Inc. 재직 중이다. ', '배를 고친다.']],
  ['Harbor Ent.는 나뉘어 있다. 둘째다.', ['Harbor Ent.는 나뉘어 있다. ', '둘째다.']],
  ['He left Harbor Inc. The end.', ['He left Harbor Inc. ', 'The end.']],
  ['2. 좋은 배', ['2. 좋은 배']],
  ['It was 12. Then 13.', ['It was 12. ', 'Then 13.']],
])('names of companies and numbers of items end no sentence: %j', (text, expected) => {
  expect([...sentencesOf(text)].map(({ segment }) => segment)).toEqual(expected);
});
