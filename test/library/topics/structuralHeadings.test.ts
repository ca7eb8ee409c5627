import { expect, test } from 'vitest';
import { isStructural } from '#library/topics/structuralHeadings.ts';

test.each([
  '오전',
  '오후',
  '둘째날',
  '뒤풀이',
  'afternoon',
  'coffeebreak',
  '午後の部',
  '懇親会',
  '2일차',
  'day1',
])('a part of an event is no topic: %s', (heading) => expect(isStructural(heading)).toBe(true));

test.each(['오후네시', 'afternoondb', '캐시', 'openingtelemetry'])('a name is none: %s', (heading) =>
  expect(isStructural(heading)).toBe(false),
);
