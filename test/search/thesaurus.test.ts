import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readWordList } from '#search/words/lists/wordList.ts';
import { shortNames } from '#search/words/shortNames.ts';
import { CONCEPTS, synonymsAt } from '#search/words/thesaurus.ts';
import { wordClassOf } from '#search/words/wordClass.ts';

const folder = (name: string): string[] =>
  readdirSync(new URL(`../../src/search/words/lists/${name}/`, import.meta.url)).sort();

describe('glossary', () => {
  it('reads every file of concepts that there is', () => {
    assert.deepEqual([...CONCEPTS].sort(), folder('concepts'));
  });

  it('holds lines that say something', () => {
    for (const file of CONCEPTS)
      for (const line of readWordList(`concepts/${file}`)) {
        const [names = '', descriptions, ...rest] = line.split(' ~ ');
        const parts = `${names} / ${descriptions ?? 'x'}`.split(' / ');
        assert.ok(rest.length === 0 && parts.every((part) => part.trim() !== ''), `${file}: ${line}`);
        assert.ok(descriptions !== undefined || names.includes(' / '), `${file}: one name alone: ${line}`);
      }
  });

  it('gives other names for a name, and names for a description', () => {
    const [same] = synonymsAt([['낙관적'], ['잠금']], 0).filter(({ describes }) => !describes);
    assert.equal(same?.length, 2);
    assert.ok(
      same?.phrases.some((phrase) => phrase.join(' ') === 'optimistic lock'),
      JSON.stringify(same?.phrases),
    );
    const described = synonymsAt([['줄서다']], 0).filter(({ describes }) => describes);
    assert.ok(described.some(({ phrases }) => phrases.some(([word]) => word === '대기열')));
    assert.deepEqual(synonymsAt([['없는낱말임']], 0), []);
  });

  it('tells what kind of word a word of a question is', () => {
    assert.equal(wordClassOf(['방법']), 'asking');
    assert.equal(wordClassOf(['연봉']), 'demanding');
    assert.equal(wordClassOf(['고양이']), 'everyday');
    assert.equal(wordClassOf(['줄이는', '줄이', '줄이다']), 'plain');
    assert.equal(wordClassOf(['분까지', '분']), 'plain');
    assert.equal(wordClassOf(['양자화']), 'content');
  });
});

describe('short names', () => {
  it('leave out the vendor, the front of a Latin name, or the other part of a heading', () => {
    const texts = (name: string): string[] => shortNames(name).map(({ text }) => text);
    assert.deepEqual(texts('AWS Lambda'), ['Lambda']);
    assert.deepEqual(texts('Google Cloud Spanner'), ['Spanner']);
    assert.deepEqual(texts('IoT Greengrass'), ['Greengrass']);
    assert.deepEqual(texts('고객 사례 - 한빛마트'), ['고객 사례', '한빛마트']);
    assert.deepEqual(texts('고객 사용 사례(넷마블)'), ['고객 사용 사례', '넷마블']);
    assert.deepEqual(texts('에지 컴퓨팅'), []);
    assert.deepEqual(texts('BigQuery'), []);
  });
});
