import { unitsOf } from '#search/documents.ts';
import type { Evidence } from '#search/evidence.ts';
import { interpret } from '#search/find.ts';
import { indexed, indexHere } from '#search/indexer.ts';
import { inSlices } from '#search/slices.ts';
import { MODEL } from '#search/verdict.ts';
import { CORPORA, querySet, readCorpus } from './corpora.ts';
import { readQueries, resolveExpected } from './queries.ts';

/** Fits the weights of src/search/verdict.ts on the tuning half and prints them. */
interface Sample {
  readonly features: readonly number[];
  readonly right: number;
  readonly weight: number;
}

type Key = keyof Evidence;
const keys = Object.keys(MODEL).filter((key): key is Key => key !== 'bias');
const samples: Sample[] = [];
for (const name of CORPORA) {
  const library = await readCorpus(name);
  const units = await inSlices(unitsOf(library));
  const segments = [await indexed([...units.values()], indexHere)];
  for (const query of readQueries()) {
    if (query.half !== 'tune' || query.corpus !== querySet(name)) continue;
    const { ranked, evidence } = interpret(segments, query.text);
    const [first] = ranked;
    if (first === undefined || evidence === undefined) continue;
    const right = resolveExpected(library, query).has(`${first.doc.session}#${first.doc.section}`) ? 1 : 0;
    // A question that the posts do answer, met with the wrong section, is half a mistake only.
    const weight = query.kind === 'off' ? 2.5 : right === 1 ? 1 : 0.4;
    samples.push({
      features: keys.map((key) => evidence[key]),
      right,
      weight: weight * (name === 'full' ? 0.5 : 1),
    });
    if (process.argv.includes('--dump')) {
      const told = keys.map((key) => `${key} ${evidence[key].toFixed(2)}`).join(' ');
      process.stdout.write(`${query.kind} ${right} ${told}  ${query.text}\n`);
    }
  }
}

const RATE = 0.5;
const ROUNDS = 6_000;
/** Holds weights small, so that few queries do not pull them far. */
const RIDGE = 0.004;

const weights = keys.map(() => 0);
let bias = 0;
const total = samples.reduce((sum, { weight }) => sum + weight, 0);
for (let round = 0; round < ROUNDS; round += 1) {
  const slope = keys.map((_, i) => RIDGE * (weights[i] ?? 0));
  let tilt = 0;
  for (const { features, right, weight } of samples) {
    const sum = features.reduce((all, feature, i) => all + feature * (weights[i] ?? 0), bias);
    const miss = ((1 / (1 + Math.exp(-sum)) - right) * weight) / total;
    tilt += miss;
    features.forEach((feature, i) => {
      slope[i] = (slope[i] ?? 0) + miss * feature;
    });
  }
  bias -= RATE * tilt;
  slope.forEach((step, i) => {
    weights[i] = (weights[i] ?? 0) - RATE * step;
  });
}
process.stdout.write(`${samples.length} samples\n  bias: ${bias.toFixed(2)},\n`);
keys.forEach((key, i) => {
  process.stdout.write(`  ${key}: ${(weights[i] ?? 0).toFixed(2)},\n`);
});
