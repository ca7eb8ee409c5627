import { describe, expect, it } from 'vitest';
import { englishStem } from '../../../src/search/words/english.ts';

const stems = (words: string): string[] => words.split(' ').map(englishStem);

describe('the stem of an English word', () => {
  it.each([
    'move moves moved moving',
    'use uses used using',
    'call calls called calling',
    'add adds added adding',
    'file files filed filing',
    'db dbs',
    'vm vms',
    'fill fills filled filling',
    'apply applies applied applying',
    'stop stops stopped stopping',
    'store stores stored storing',
    'fix fixes fixed fixing',
    'exceed exceeds exceeded exceeding',
    'agree agrees agreed',
    'install installs installed installing',
    'cancel cancelled canceled cancelling',
    'pass passes passed passing',
    'rebuild rebuilds rebuilt rebuilding',
    'choose chooses chose chosen choosing',
    'sell sells sold selling',
    'lose loses lost losing',
  ])('is one for all of %s', (words) => {
    expect(new Set(stems(words)).size, stems(words).join(' ')).toBe(1);
  });

  it.each([
    'rate rating',
    'time timing',
    'car care caring',
    'hat hate hated',
    'new news',
    'like likely',
    'hard hardly',
    'friend friendly',
    'fill file',
    'find found',
    'speed spell',
  ])('differs for %s', (words) => {
    const [first, ...others] = [...new Set(words.split(' '))].map(englishStem);
    expect(others[0]).not.toBe(first);
  });

  it.each(['string', 'need', 'bring', 'api'])('leaves %s as it is', (word) => {
    expect(englishStem(word)).toBe(word);
  });
});
