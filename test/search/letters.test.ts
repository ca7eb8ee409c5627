import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { distance } from '#search/letters/distance.ts';
import { isOnsetPattern, lettersOf, withoutLaughter } from '#search/letters/hangul.ts';
import { patternOf } from '#search/letters/initials.ts';
import { compose, decompose } from '#search/letters/jamo.ts';
import { otherLayout } from '#search/letters/layout.ts';
import { letterCosts } from '#search/letters/letterCosts.ts';
import { matchInitials, matchSounds } from '#search/letters/nameMatch.ts';
import { spellingOf } from '#search/letters/spelling.ts';
import { koreanStems } from '#search/words/korean.ts';

const syllables = fc.string({
  unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
  maxLength: 12,
});

describe('letters', () => {
  it('takes laughter and tears for what they are', () => {
    const said = [
      'ㅋㅋㅋㅋ',
      '빅쿼리가 뭐야 ㅋㅋ',
      '쿠브플로우 ㅠㅠ',
      'ㅋㅋㅋ 데이터 레이크',
      'ㅋㅂㅍㄹㅇ',
      'ㅋㅋ',
      '머신ㄹ',
    ];
    assert.deepEqual(
      said.map((text) => withoutLaughter(text).trim()),
      ['', '빅쿼리가 뭐야', '쿠브플로우', '데이터 레이크', 'ㅋㅂㅍㄹㅇ', 'ㅋㅋ', '머신ㄹ'],
    );
  });

  it('takes Hangul apart into its keys and puts it together again', () => {
    assert.equal(decompose('빅쿼리 값'), 'ㅂㅣㄱㅋㅜㅓㄹㅣ ㄱㅏㅂㅅ');
    fc.assert(
      fc.property(syllables, (text) => assert.equal(compose(decompose(text)), text)),
      { numRuns: 200 },
    );
  });

  it('reads an unfinished syllable as the beginning of a name', () => {
    const name = lettersOf('머신러닝').join();
    for (const typed of ['머', '머ㅅ', '머신', '머신ㄹ', '머신러', '머신런', '머신러니'])
      assert.ok(name.startsWith(lettersOf(typed).join()), typed);
  });

  it('knows a pattern of first consonants', () => {
    assert.ok(isOnsetPattern('ㅋㅂㅍㄹㅇ'));
    assert.ok(isOnsetPattern('ㅇㅈ ㅋㅍㅌ'));
    for (const other of ['ㅋ', '쿠ㅂ', 'ㅏㅏ', '', ' ']) assert.ok(!isOnsetPattern(other), other);
  });

  it('reads the other keyboard layout both ways', () => {
    assert.equal(otherLayout('qlrznjfl'), '빅쿼리');
    assert.equal(otherLayout('Qlrznjfl'), '빅쿼리');
    assert.equal(otherLayout('ㅏㅕㅠㄷ리ㅐㅈ'), 'kubeflow');
    assert.equal(otherLayout('ㅠㅑㅎ볃교 ㅢ'), 'bigquery ml');
    assert.equal(otherLayout('machine learning'), undefined);
    assert.equal(otherLayout('에지 컴퓨팅이 중요한 이유'), undefined);
    assert.equal(otherLayout('123'), undefined);
  });

  it('leaves stems of at least two syllables', () => {
    assert.ok(koreanStems('컴퓨팅에서는').includes('컴퓨팅'));
    assert.ok(koreanStems('이동하지').includes('이동'));
    assert.deepEqual(koreanStems('회의'), []);
    fc.assert(
      fc.property(syllables, (word) => {
        for (const stem of koreanStems(word)) assert.ok(stem.length >= 2 && word.startsWith(stem));
      }),
      { numRuns: 200 },
    );
  });
});

describe('distance', () => {
  const cost = (a: string, b: string, open = false): number =>
    distance(lettersOf(a), lettersOf(b), letterCosts, 5, open);

  it('is nothing between equals, little between likely slips, more between others', () => {
    assert.equal(cost('빅쿼리', '빅쿼리'), 0);
    assert.ok(cost('bigqurey', 'bigquery') < cost('bigqxxry', 'bigquery'));
    assert.ok(cost('센타', '센터') < cost('센트', '센터') + 0.3);
    assert.ok(cost('kubeflwo', 'kubeflow') <= 0.8);
  });

  it('does not count what is still to be typed', () => {
    assert.equal(cost('쿠ㅂ', '쿠브플로우', true), 0);
    assert.ok(cost('쿠ㅂ', '쿠브플로우') > 3);
  });

  it('is the same both ways', () => {
    const codes = fc.array(fc.integer({ min: 1, max: 69 }), { maxLength: 9 });
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        const there = distance(a, b, letterCosts, 20);
        assert.ok(Math.abs(there - distance(b, a, letterCosts, 20)) < 1e-6);
      }),
      { numRuns: 200 },
    );
  });
});

describe('sounds', () => {
  const alike = (a: string, b: string): number => matchSounds(spellingOf(a), spellingOf(b)).score;

  it('hears Hangul and Latin spellings of a name as one, by rule', () => {
    for (const [hangul, latin] of [
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
    ] as const)
      assert.ok(alike(hangul, latin) > 0.75, `${hangul} ${latin} ${alike(hangul, latin)}`);
  });

  it('hears different names as different', () => {
    for (const [a, b] of [
      ['날씨', 'analytics'],
      ['카프카', 'Kubeflow'],
      ['주식', 'Jenkins'],
      ['빅쿼리', 'Prometheus'],
    ] as const)
      assert.ok(alike(a, b) < 0.6, `${a} ${b} ${alike(a, b)}`);
  });

  it('knows names by their first consonants, Latin ones too', () => {
    const fits = (pattern: string, name: string): number =>
      matchInitials(patternOf(pattern), spellingOf(name)).score;
    for (const [pattern, name] of [
      ['ㅋㅂㅍㄹㅇ', 'Kubeflow'],
      ['ㅂㅋㄹ', 'BigQuery'],
      ['ㅇㅌㅇㅇ', 'AutoML'],
      ['ㅍㄹㅁㅌㅇㅅ', 'Prometheus'],
      ['ㅇㅈㅋㅍㅌ', '에지 컴퓨팅'],
    ] as const)
      assert.ok(fits(pattern, name) > 0.8, `${pattern} ${name} ${fits(pattern, name)}`);
    assert.ok(fits('ㄴㅁㅂ', 'Kubeflow') < 0.5);
    assert.ok(fits('ㅇㅈㅋㅍㅌ', '개발 키트') < 0.5);
  });
});
