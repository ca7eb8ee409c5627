import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEachToken, TokenTable, type TokenTerms } from '#search/index/tables/tokenTable.ts';
import { tokensOf } from '#search/letters/tokens.ts';
import { anyText } from '../../../anyText.ts';

const written = fc.oneof(
  anyText(40),
  fc
    .array(
      fc.constantFrom(
        '가',
        '쿼리',
        'ㅋ',
        'ㅏ',
        'Big',
        'é',
        '×',
        '7',
        '量',
        '𠮷',
        '👩‍👩‍👧',
        '\ud800',
        '\udc00',
        ' ',
        '.',
        '́',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('the token table', () => {
  it('cuts runs of letters as words are cut', () => {
    fc.assert(
      fc.property(written, (text) => {
        const runs: (readonly [number, number, boolean])[] = [];
        forEachToken(text, (start, end, glued) => runs.push([start, end, glued]));
        expect(runs).toEqual(tokensOf(text).map(({ start, end, glued }) => [start, end, glued]));
      }),
      { numRuns: 300, examples: [['한글Tiếng Việt'], ['ngữ量']] },
    );
  });

  it('remembers runs with the terms that they are indexed as', () => {
    const numbers = fc.array(fc.nat(4_000_000_000), { maxLength: 5 });
    const indexed = fc.record(
      {
        stems: numbers,
        inside: numbers,
        stop: fc.boolean(),
        particle: fc.boolean(),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText(4), indexed), { maxLength: 400 }), (entries) => {
        const model = new Map<string, TokenTerms>();
        const tokens = new TokenTable();
        for (const [run, made] of entries) {
          expect(tokens.find(`<${run}>`, 1, run.length + 1) >= 0).toBe(model.has(run));
          if (model.has(run)) continue;
          model.set(run, made);
          tokens.add(run, made);
        }
        expect(tokens.size).toBe(model.size);
        for (const [run, made] of model) {
          const at = tokens.find(run, 0, run.length);
          const terms: number[] = [];
          for (let i = tokens.first(at); i < tokens.first(at + 1); i += 1) terms.push(tokens.term(i));
          const split = tokens.inside(at) - tokens.first(at);
          expect({
            stems: terms.slice(0, split),
            inside: terms.slice(split),
            stop: tokens.isStop(at),
            particle: tokens.isParticle(at),
          }).toStrictEqual(made);
        }
      }),
      { numRuns: 60 },
    );
  });
});
