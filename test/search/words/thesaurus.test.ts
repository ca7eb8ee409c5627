import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '#search/letters/tokens.ts';
import { readWordList } from '#search/words/lists/wordList.ts';
import { shortNames } from '#search/words/shortNames.ts';
import { CONCEPTS, synonymsAt, thesaurusForm } from '#search/words/thesaurus.ts';
import { wordClassOf } from '#search/words/wordClass.ts';
import { formsOf } from '#search/words/words.ts';

const folder = (name: string): string[] =>
  readdirSync(new URL(`../../../src/search/words/lists/${name}/`, import.meta.url)).sort();

describe('the thesaurus', () => {
  it('reads every file of concepts that there is', () => {
    expect([...CONCEPTS].sort()).toEqual(folder('concepts'));
  });

  it('holds lines that say something', () => {
    for (const file of CONCEPTS)
      for (const line of readWordList(`concepts/${file}`)) {
        const [told = '', descriptions, ...rest] = line.split(' ~ ');
        const [names = '', said, ...more] = told.split(' < ');
        const parts = `${names} / ${said ?? 'x'} / ${descriptions ?? 'x'}`.split(' / ');
        expect([...rest, ...more], `${file}: ${line}`).toHaveLength(0);
        expect(
          parts.every((part) => part.trim() !== ''),
          `${file}: ${line}`,
        ).toBe(true);
        const isMeant = said !== undefined || descriptions !== undefined || names.includes(' / ');
        expect(isMeant, `${file}: one name alone: ${line}`).toBe(true);
      }
  });

  it('gives other names for a name, and names for a description', () => {
    const [same] = synonymsAt([['낙관적'], ['잠금']], 0).filter(({ by }) => by === 'name');
    expect(same).toHaveLength(2);
    expect(
      same?.phrases.some((phrase) => phrase.join(' ') === 'optimistic lock'),
      JSON.stringify(same?.phrases),
    ).toBe(true);
    const described = synonymsAt([['줄서다']], 0).filter(({ by }) => by === 'description');
    expect(described.flatMap(({ phrases }) => phrases.map(([word]) => word))).toContain('대기열');
    expect(synonymsAt([['없는낱말임']], 0)).toEqual([]);
  });

  it('reads what people say for a name, and never looks for it', () => {
    const meantBy = (text: string): readonly string[] =>
      synonymsAt(
        tokensOf(text).map((token) => formsOf(token)),
        0,
      ).flatMap(({ by, phrases }) => (by === 'description' ? [] : phrases.map((phrase) => phrase.join(' '))));
    expect(meantBy('악플')).toContain('부정');
    expect(meantBy('부정')).not.toContain('악플');
    expect(meantBy('악담')).not.toContain('악플');
  });

  it.each([
    ['올리다', '배포'],
    ['새거', '새 데이터'],
    ['남이 가르치다', '사전 학습'],
    ['내쫓았다', '해고'],
    ['딴 부서', '부서'],
    ['메이커', '로고'],
    ['sacked', 'laid off'],
    ['생일', '생년월일'],
    ['frost', 'defrost'],
    ['안 까먹다', '기억'],
    ['와이파이가 죽어도', '오프라인'],
    ['통신이 끊겨도', '오프라인'],
    ['nasty pictures', 'safe search'],
    ['dots split', 'boundary'],
  ])('takes %s for what people say where texts have %s', (said, meant) => {
    const words = tokensOf(said).map((token) => formsOf(token));
    const names = synonymsAt(words, 0).flatMap(({ by, phrases }) =>
      by === 'description' ? [] : phrases.map((phrase) => phrase.join(' ')),
    );
    expect(names).toContain(
      tokensOf(meant)
        .map(({ text }) => thesaurusForm(text))
        .join(' '),
    );
  });

  it('takes words of the dictionary for those of the other language alone', () => {
    const others = (word: string): readonly string[] =>
      synonymsAt([[word]], 0).flatMap(({ phrases }) => phrases.map((phrase) => phrase.join(' ')));
    expect(others('accompany')).toEqual(expect.arrayContaining(['따라가다', '곁들이다']));
    expect(others('곁들이다')).toContain('accompany');
    expect(others('곁들이다')).not.toContain('따라가다');
  });

  it.each([
    ['blockers', 'obstacle'],
    ['갈아타다', 'migrate'],
    ['공짜', '無料'],
    ['씹히다', 'ignored'],
    ['섭종', '종료'],
    ['뻗다', 'outage'],
    ['빡세다', 'challenging'],
    ['별점 테러', 'review bombing'],
    ['담날', 'next day'],
    ['quit', '관두다'],
    ['rebuild', '갈아엎다'],
    ['turnout', '투표율'],
    ['버벅대다', 'laggy'],
    ['헛돌다', 'idle'],
    ['권고사직', 'forced resignation'],
    ['편들다', '편향'],
    ['얽매이다', 'stick to'],
    ['문외한', '비전문가'],
    ['뒤죽박죽', 'mess'],
    ['한큐에', '한 번에'],
    ['실어나르다', '전송'],
  ])('knows that who says %s may mean %s', (said, meant) => {
    const words = tokensOf(said).map((token) => formsOf(token));
    const names = synonymsAt(words, 0).flatMap(({ phrases }) => phrases.map((phrase) => phrase.join(' ')));
    const form = tokensOf(meant).map(({ text }) => thesaurusForm(text));
    expect(names).toContain(form.join(' '));
  });

  it('reads a word of many meanings, and does not look for it', () => {
    const names = synonymsAt([['패배']], 0).flatMap(({ phrases }) =>
      phrases.map((phrase) => phrase.join(' ')),
    );
    expect(names).toContain('defeat');
    expect(names).not.toContain('깨지다');
  });

  it('tells what kind of word a word of a question is', () => {
    expect(wordClassOf(['방법'])).toBe('asking');
    expect(wordClassOf(['연봉'])).toBe('demanding');
    expect(wordClassOf(['고양이'])).toBe('everyday');
    expect(wordClassOf(['줄이는', '줄이', '줄이다'])).toBe('plain');
    expect(wordClassOf(['분까지', '분'])).toBe('plain');
    expect(wordClassOf(['양자화'])).toBe('content');
  });

  it('lets adverbs, verbs of every day, numbers and what names the kind of answer weigh little, in each language', () => {
    for (const word of ['하필', '굳이', '최소한', '걍', 'typical', 'exact', 'apparently'])
      expect(wordClassOf([word]), word).toBe('asking');
    for (const word of ['갑자기', '한꺼번에', 'secretly', 'threw', 'ditched', 'folded', 'noticed'])
      expect(wordClassOf([word]), word).toBe('plain');
    expect(wordClassOf(['連絡先'])).toBe('content');
    for (const word of ['퍼센트', '날짜', 'percentage', 'city', '理由', 'くらい'])
      expect(wordClassOf([word]), word).toBe('asking');
    for (const word of ['다섯', '수백', 'hundreds', '始める', '台'])
      expect(wordClassOf([word]), word).toBe('plain');
    // What is named is no adverb: an anomaly, a bit, a call.
    for (const word of ['이상', 'bit', 'calls']) expect(wordClassOf([word]), word).not.toBe('asking');
  });
});

describe('short names', () => {
  it('leave out the vendor, the front of a Latin name, or the other part of a heading', () => {
    const texts = (name: string): string[] => shortNames(name).map(({ text }) => text);
    expect(texts('AWS Lambda')).toEqual(['Lambda']);
    expect(texts('Google Cloud Spanner')).toEqual(['Spanner']);
    expect(texts('IoT Greengrass')).toEqual(['Greengrass']);
    expect(texts('고객 사례 - 한빛마트')).toEqual(['고객 사례', '한빛마트']);
    expect(texts('고객 사용 사례(넷마블)')).toEqual(['고객 사용 사례', '넷마블']);
    expect(texts('에지 컴퓨팅')).toEqual([]);
    expect(texts('BigQuery')).toEqual([]);
  });
});
