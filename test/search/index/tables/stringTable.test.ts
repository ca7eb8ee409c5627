import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAtOnce } from '#library/compute/slicedWork.ts';
import { StringTable, StringTableBuilder } from '#search/index/tables/stringTable.ts';
import { anyText } from '../../../anyText.ts';

const texts = fc.array(
  fc.oneof(anyText(6), fc.constantFrom('', '가', '가나', '쿼리', '\ud800', '\udc00', 'BigQuery', '𠮷')),
  { maxLength: 300 },
);

describe('the string table', () => {
  it('finds texts by number and by text, each once', () => {
    fc.assert(
      fc.property(texts, texts, (known, others) => {
        const model = new Map<string, number>();
        const builder = new StringTableBuilder();
        for (const text of known) {
          const id = builder.add(text);
          expect(id).toBe(model.get(text) ?? model.size);
          model.set(text, id);
        }
        expect(builder.size).toBe(model.size);
        for (const text of [...known, ...others])
          expect(builder.find(`<${text}>`, 1, text.length + 1)).toBe(model.get(text) ?? -1);
        const whole = new StringTable(runAtOnce(builder.finish()));
        expect(whole.size).toBe(model.size);
        for (const [text, id] of model) expect(whole.text(id)).toBe(text);
        for (const text of [...known, ...others]) expect(whole.find(text)).toBe(model.get(text));
      }),
      { numRuns: 200 },
    );
  });

  it('holds many texts', () => {
    const builder = new StringTableBuilder();
    for (let i = 0; i < 50_000; i += 1) builder.add(`낱말 ${i}`);
    const whole = new StringTable(runAtOnce(builder.finish()));
    for (let i = 0; i < 50_000; i += 997) {
      expect(whole.text(i)).toBe(`낱말 ${i}`);
      expect(whole.find(`낱말 ${i}`)).toBe(i);
    }
    expect(whole.find('낱말 50000')).toBeUndefined();
  });
});
