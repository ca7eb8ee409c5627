import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CorpusName, querySet, readCorpus } from './corpora.ts';
import { ours } from './engines.ts';
import { answerable, askAll, byClass, figures, type Outcome, offTopic, reliability } from './measure.ts';
import { CLASSES, type QueryClass, readQueries } from './queries.ts';

/** Shares that must not fall, in percent, over both halves: a little below what was measured. */
const FLOORS: Readonly<Record<Exclude<QueryClass, 'off'>, number>> = {
  exact: 98,
  hangul: 95,
  enko: 75,
  typoko: 98,
  typoen: 95,
  initials: 98,
  prefix: 95,
  layout: 98,
  kq: 88,
  eq: 75,
  para: 60,
};

const queries = readQueries();

async function measure(name: CorpusName): Promise<Outcome[]> {
  const library = await readCorpus(name);
  return askAll(
    await ours(library),
    library,
    queries.filter(({ corpus }) => corpus === querySet(name)),
  );
}

describe('relevance', async () => {
  // Korean posts alone, without a glossary: the hard case, and the one that is promised.
  const outcomes = [...(await measure('ko')), ...(await measure('devfest'))];
  const classes = byClass(outcomes);

  it('is measured on enough queries', () => {
    assert.ok(queries.length >= 400);
    assert.ok(queries.filter(({ kind }) => kind === 'off').length >= 80);
    for (const half of ['tune', 'held'] as const)
      assert.ok(queries.filter((query) => query.half === half).length >= 200);
  });

  for (const kind of CLASSES)
    if (kind !== 'off')
      it(`keeps ${kind} at ${FLOORS[kind]} % or better`, () => {
        const { first } = figures(classes.get(kind) ?? []);
        assert.ok(100 * first >= FLOORS[kind], `${(100 * first).toFixed(1)} %`);
      });

  it('keeps all classes together', () => {
    const all = figures(answerable(outcomes));
    assert.ok(all.first >= 0.86, `first ${all.first}`);
    assert.ok(all.firstFive >= 0.94, `first five ${all.firstFive}`);
    assert.ok(figures(classes.get('para') ?? []).firstFive >= 0.72);
  });

  it('answers what the posts hold and little else', () => {
    const held = figures(answerable(outcomes));
    assert.ok(held.answered >= 0.85, `answered ${held.answered}`);
    assert.ok(held.refused <= 0.04, `refused ${held.refused}`);
    assert.ok(
      figures(offTopic(outcomes)).answered <= 0.1,
      `off-topic ${figures(offTopic(outcomes)).answered}`,
    );
  });

  it('means what it says about how sure it is', () => {
    assert.ok(reliability(outcomes).error <= 0.1);
  });

  it('is better still with translations and a glossary', async () => {
    const full = await measure('full');
    assert.ok(figures(answerable(full)).first >= 0.88);
    assert.ok(figures(offTopic(full)).answered <= 0.1);
  });
});
