import { describe, expect, it } from 'vitest';
import { isChat } from '#search/answer/chat.ts';
import { readAsking } from '#search/answer/kind.ts';

describe('what a question asks for', () => {
  it.each([
    ['양자화가 뭐예요', 'definition'],
    ['전이학습이란?', 'definition'],
    ['whats kubeflow', 'definition'],
    ['IoT Core 아직 쓸 수 있어?', 'now'],
    ['is data studio still around?', 'now'],
    ['언제 바뀌었어', 'now'],
    ['언제 판매됐어', 'date'],
    ['언어 몇 개', 'number'],
    ['how many languages', 'number'],
    ['누가 만들었어', 'who'],
    ['왜 중요해?', 'why'],
    ['어떻게 써?', 'how'],
    ['how do I load it', 'how'],
    ['bigquery랑 automl 차이', 'difference'],
    ['gpu vs tpu', 'difference'],
  ] as const)('%s: %s', (text, kind) => {
    expect(readAsking(text).kinds[0]).toBe(kind);
  });

  it.each([
    ['장점이 뭐야?', 'benefit'],
    ['뭐가 좋아졌어', 'benefit'],
    ['도입 전에 뭐가 문제였어', 'problem'],
    ['features of natural language api', 'feature'],
  ] as const)('%s wants a list: %s', (text, facet) => {
    const { kinds, facets } = readAsking(text);
    expect(facets).toContain(facet);
    expect(kinds).toContain('list');
    expect(kinds).not.toContain('definition');
  });

  it('is in a language where that is clear', () => {
    expect(readAsking('양자화가 뭐야?').language).toBe('ko');
    expect(readAsking('what is it').language).toBe('en');
    expect(readAsking('양자화').language).toBeUndefined();
    expect(readAsking('BigQuery ML').language).toBeUndefined();
  });

  it.each([
    ['언어 몇 개', '약 100개 언어를 다룹니다', '언어를 감지합니다'],
    ['how many fields use it', 'The talk named six fields.', 'It is used in many fields.'],
    ['몇초로 줄였어', '1.8초가 되었다', '8개가 되었다'],
  ])('%s counts: %s', (text, yes, no) => {
    const { counted } = readAsking(text);
    expect(counted?.test(yes)).toBe(true);
    expect(counted?.test(no)).toBe(false);
  });
});

describe('chat', () => {
  it.each([
    'ㅎㅇ',
    'ㅇㅇ',
    'ㄱㅅ',
    'ㅋㅋ',
    'ㅋㅋㅋㅋㅋ',
    'ㅠㅠ',
    'ㅊㅋㅊㅋ',
    '안녕하세요~',
    '고마워!',
    'good morning',
    'ok cool',
    'thanks!!',
    'hmm',
    '👍',
    '...',
  ])('%s asks for nothing', (text) => {
    expect(isChat(text)).toBe(true);
  });

  it.each([
    'ㅋㅂㅍㄹㅇ',
    'ㅇㅈㅎ',
    '에지',
    'what is ML',
    '안녕 양자화가 뭐야',
    'hi, what is kubeflow?',
    '좋은 점',
    'so',
    '',
  ])('%s may ask for something', (text) => {
    expect(isChat(text)).toBe(false);
  });
});
