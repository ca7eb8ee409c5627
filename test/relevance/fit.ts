import { inSlices } from '#library/compute/slicedWork.ts';
import { unitsOf } from '#search/index/documents.ts';
import { buildSegment, indexInSlices } from '#search/index/indexer.ts';
import { interpret } from '#search/interpret.ts';
import { type Features, featuresOf, MODEL } from '#search/ranking/verdict.ts';
import { CORPORA, querySet, readCorpus } from './corpora.ts';
import { type Sample, weightsOf } from './logistic.ts';
import { readQueries, resolveExpected } from './queries.ts';

/** Fits the weights of src/search/ranking/verdict.ts on the tuning part and prints them. `--dump` prints the samples. */
const keys = Object.keys(MODEL).filter((key): key is keyof Features => key !== 'bias');
const samples: Sample[] = [];
for (const name of CORPORA) {
  const library = await readCorpus(name);
  const units = await inSlices(unitsOf(library));
  const segments = [await buildSegment([...units.values()], indexInSlices)];
  for (const query of readQueries()) {
    if (query.half !== 'tune' || query.corpus !== querySet(name)) continue;
    const { ranked, evidence } = interpret(segments, query.text);
    const [first] = ranked;
    if (first === undefined || evidence === undefined) continue;
    const features = featuresOf(evidence);
    const right = resolveExpected(library, query).has(`${first.doc.session}#${first.doc.section}`) ? 1 : 0;
    // A question that the posts do answer, met with the wrong section, is half a mistake only.
    const weight = query.kind === 'off' ? 2.5 : right === 1 ? 1 : 0.4;
    samples.push({
      features: keys.map((key) => features[key]),
      right,
      weight: weight * (name === 'full' ? 0.5 : 1),
    });
    if (process.argv.includes('--dump')) {
      const told = keys.map((key) => `${key} ${features[key].toFixed(2)}`).join(' ');
      process.stdout.write(`${query.kind} ${right} ${told}  ${query.text}\n`);
    }
  }
}

const round = (weight: number): number => Math.round(100 * weight) / 100;
const [bias = 0, ...weights] = weightsOf(samples);
process.stdout.write(`${samples.length} samples\n  bias: ${round(bias)},\n`);
for (const [i, key] of keys.entries()) process.stdout.write(`  ${key}: ${round(weights[i] ?? 0)},\n`);
