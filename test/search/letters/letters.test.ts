import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from '#search/letters/distance.ts';
import { isOnsetPattern, lettersOf, withoutLaughter } from '#search/letters/hangul.ts';
import { patternOf } from '#search/letters/initials.ts';
import { compose, decompose } from '#search/letters/jamo.ts';
import { otherLayout } from '#search/letters/layout.ts';
import { letterCosts } from '#search/letters/letterCosts.ts';
import { matchInitials, matchSounds } from '#search/letters/nameMatch.ts';
import { soundsOfToken, spellingOf } from '#search/letters/spelling.ts';
import { tokenOf, tokensOf } from '#search/letters/tokens.ts';

const syllables = fc.string({
  unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
  maxLength: 12,
});

describe('letters', () => {
  it.each(['tiếng', 'Việt', 'naïve', 'Łódź'])('takes %s for one Latin word', (word) => {
    expect(tokensOf(`(${word})`)).toMatchObject([{ raw: word, script: 'latin' }]);
  });

  it('takes laughter and tears for what they are', () => {
    const said = [
      'ㅋㅋㅋㅋ',
      '빅쿼리가 뭐야 ㅋㅋ',
      '쿠브플로우 ㅠㅠ',
      'ㅋㅋㅋ 데이터 레이크',
      'ㅋㅂㅍㄹㅇ',
      'ㅋㅋ',
      '머신ㄹ',
      '그냥 써도 되나요 ㅠ',
      '로그 남음 ㅋ',
    ];
    expect(said.map((text) => withoutLaughter(text).trim())).toEqual([
      '',
      '빅쿼리가 뭐야',
      '쿠브플로우',
      '데이터 레이크',
      'ㅋㅂㅍㄹㅇ',
      'ㅋㅋ',
      '머신ㄹ',
      '그냥 써도 되나요',
      '로그 남음',
    ]);
  });

  it('takes Hangul apart into its keys and puts it together again', () => {
    expect(decompose('빅쿼리 값')).toBe('ㅂㅣㄱㅋㅜㅓㄹㅣ ㄱㅏㅂㅅ');
    fc.assert(
      fc.property(syllables, (text) => {
        expect(compose(decompose(text))).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['머', '머ㅅ', '머신', '머신ㄹ', '머신러', '머신런', '머신러니'])(
    'reads an unfinished syllable as the beginning of a name: $0',
    (typed) => {
      expect(lettersOf('머신러닝').join().startsWith(lettersOf(typed).join())).toBe(true);
    },
  );

  it.each([
    ['ㅋㅂㅍㄹㅇ', true],
    ['ㅇㅈ ㅋㅍㅌ', true],
    ['ㅋ', false],
    ['쿠ㅂ', false],
    ['ㅏㅏ', false],
    ['', false],
    [' ', false],
  ])('knows a pattern of first consonants: %j', (typed, isPattern) => {
    expect(isOnsetPattern(typed)).toBe(isPattern);
  });

  it('reads the other keyboard layout both ways', () => {
    expect(otherLayout('qlrznjfl')).toBe('빅쿼리');
    expect(otherLayout('Qlrznjfl')).toBe('빅쿼리');
    expect(otherLayout('ㅏㅕㅠㄷ리ㅐㅈ')).toBe('kubeflow');
    expect(otherLayout('ㅠㅑㅎ볃교 ㅢ')).toBe('bigquery ml');
    expect(otherLayout('machine learning')).toBeUndefined();
    expect(otherLayout('에지 컴퓨팅이 중요한 이유')).toBeUndefined();
    expect(otherLayout('123')).toBeUndefined();
  });
});

describe('distance', () => {
  const cost = (a: string, b: string, open = false): number =>
    distance(lettersOf(a), lettersOf(b), letterCosts, 5, open);

  it('is nothing between equals, little between likely slips, more between others', () => {
    expect(cost('빅쿼리', '빅쿼리')).toBe(0);
    expect(cost('bigqurey', 'bigquery')).toBeLessThan(cost('bigqxxry', 'bigquery'));
    expect(cost('센타', '센터')).toBeLessThan(cost('센트', '센터') + 0.3);
    expect(cost('kubeflwo', 'kubeflow')).toBeLessThanOrEqual(0.8);
  });

  it('does not count what is still to be typed', () => {
    expect(cost('쿠ㅂ', '쿠브플로우', true)).toBe(0);
    expect(cost('쿠ㅂ', '쿠브플로우')).toBeGreaterThan(3);
  });

  it('is the same both ways', () => {
    const codes = fc.array(fc.integer({ min: 1, max: 69 }), { maxLength: 9 });
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        const there = distance(a, b, letterCosts, 20);
        expect(Math.abs(there - distance(b, a, letterCosts, 20))).toBeLessThan(1e-6);
      }),
      { numRuns: 200 },
    );
  });
});

describe('sounds', () => {
  const alike = (a: string, b: string): number => matchSounds(spellingOf(a), spellingOf(b)).score;

  it.each([
    ['쿠브플로우', 'Kubeflow'],
    ['오토엠엘', 'AutoML'],
    ['쿠버네티스', 'Kubernetes'],
    ['텐서플로우', 'TensorFlow'],
    ['스트리밍', 'streaming'],
    ['서버리스', 'serverless'],
    ['그라파나', 'Grafana'],
    ['타입스크립트', 'TypeScript'],
    ['에이피아이', 'API'],
    ['엣지', '에지'],
  ] as const)('hears Hangul and Latin spellings of a name as one, by rule: $0', (hangul, latin) => {
    expect(alike(hangul, latin)).toBeGreaterThan(0.75);
  });

  it.each([
    ['푸시', 'push'],
    ['패치', 'patch'],
    ['런치', 'launch'],
    ['에지', 'edge'],
    ['커버리지', 'coverage'],
    ['컬러링', 'colouring'],
    ['베이스라인', 'baseline'],
    ['타임아웃', 'timeout'],
    ['프레임워크', 'framework'],
    ['게이트웨이', 'gateway'],
    ['대시보드', 'dashboard'],
    ['밸리데이터', 'validator'],
    ['뮤테이션', 'mutation'],
    ['디버거', 'debugger'],
    ['트리거', 'trigger'],
    ['셰이더', 'shader'],
    ['브레이커', 'breaker'],
    ['아카이브', 'archive'],
    ['서킷', 'circuit'],
    ['테크데이', 'tech day'],
    ['エッジ', 'edge'],
    ['クラウド', 'cloud'],
    ['サーバーレス', '서버리스'],
  ] as const)('hears a loan word as the English one: $0', (loan, english) => {
    expect(alike(loan, english)).toBeGreaterThan(loan < '가' ? 0.7 : 0.78);
  });

  it('hears a g before e and i as hard too', () => {
    const hard = soundsOfToken(tokenOf('Gertrude'));
    expect(hard).toHaveLength(2);
    expect(hard[1]?.[0]).toBe(soundsOfToken(tokenOf('거트루드'))[0]?.[0]);
    expect(soundsOfToken(tokenOf('edge'))).toHaveLength(1);
  });

  it.each([
    ['날씨', 'analytics'],
    ['카프카', 'Kubeflow'],
    ['주식', 'Jenkins'],
    ['빅쿼리', 'Prometheus'],
  ] as const)('hears different names as different: $0', (a, b) => {
    expect(alike(a, b)).toBeLessThan(0.6);
  });

  const fits = (pattern: string, name: string): number =>
    matchInitials(patternOf(pattern), spellingOf(name)).score;

  it.each([
    ['ㅋㅂㅍㄹㅇ', 'Kubeflow'],
    ['ㅂㅋㄹ', 'BigQuery'],
    ['ㅇㅌㅇㅇ', 'AutoML'],
    ['ㅍㄹㅁㅌㅇㅅ', 'Prometheus'],
    ['ㅇㅈㅋㅍㅌ', '에지 컴퓨팅'],
  ])('knows names by their first consonants, Latin ones too: $0 is $1', (pattern, name) => {
    expect(fits(pattern, name)).toBeGreaterThan(0.8);
  });

  it.each([
    ['ㄴㅁㅂ', 'Kubeflow'],
    ['ㅇㅈㅋㅍㅌ', '개발 키트'],
  ])('does not take first consonants for another name: $0 is not $1', (pattern, name) => {
    expect(fits(pattern, name)).toBeLessThan(0.5);
  });
});
