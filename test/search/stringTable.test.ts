import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { atOnce } from '#library/text/slices.ts';
import { StringTable, StringTableBuilder } from '#search/index/stringTable.ts';

const texts = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('', '가', '가나', '쿼리', '\ud800', '\udc00', 'BigQuery', '𠮷'),
  ),
  { maxLength: 300 },
);

describe('texts', () => {
  it('are found by number and by text, each once', () => {
    fc.assert(
      fc.property(texts, texts, (known, others) => {
        const model = new Map<string, number>();
        const builder = new StringTableBuilder();
        for (const text of known) {
          const id = builder.add(text);
          assert.equal(id, model.get(text) ?? model.size);
          model.set(text, id);
        }
        assert.equal(builder.size, model.size);
        const whole = new StringTable(atOnce(builder.finish()));
        assert.equal(whole.size, model.size);
        for (const [text, id] of model) assert.equal(whole.text(id), text);
        for (const text of [...known, ...others]) {
          assert.equal(whole.find(text), model.get(text));
          assert.equal(builder.find(`<${text}>`, 1, text.length + 1), model.get(text) ?? -1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('may be many', () => {
    const builder = new StringTableBuilder();
    for (let i = 0; i < 50_000; i += 1) builder.add(`낱말 ${i}`);
    const whole = new StringTable(atOnce(builder.finish()));
    for (let i = 0; i < 50_000; i += 997) {
      assert.equal(whole.text(i), `낱말 ${i}`);
      assert.equal(whole.find(`낱말 ${i}`), i);
    }
    assert.equal(whole.find('낱말 50000'), undefined);
  });
});
