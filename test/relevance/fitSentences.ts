import { inSlices } from '#library/compute/slicedWork.ts';
import { judgedSections } from '#search/answer/choose.ts';
import { type AnswerSources, judge } from '#search/answer/judge.ts';
import { readAsking } from '#search/answer/question/readQuestion.ts';
import { topicTable } from '#search/answer/question/topicTable.ts';
import {
  DIFFERENCES,
  type Differing,
  type Family,
  familyOf,
  OF_ALL,
  type SentenceWeights,
} from '#search/answer/sentences/weights.ts';
import { indexInSlices } from '#search/index/indexer.ts';
import { buildIndex } from '#search/index/searchIndex.ts';
import { piecesOf } from '#search/ranking/sectionPieces.ts';
import { type AskedQuestion, readAsked, squeeze } from './asked.ts';
import { openCorpus } from './corpora.ts';
import { solve } from './logistic.ts';

/**
 * Fits the weights of src/search/answer/likelihood.ts on the tuning part of the questions and prints them: of the
 * sentences of the first sections, those that hold what must be shown are to be the likely ones.
 */
const RIDGE = 0.0003;
const ROUNDS = 60;

const isWeight = (key: string): key is keyof SentenceWeights => key in OF_ALL;
const KEYS = Object.keys(OF_ALL).filter(isWeight);
const isFamily = (key: string): key is Family => key in DIFFERENCES;
const FAMILIES = Object.keys(DIFFERENCES).filter(isFamily);
const isDiffering = (key: string): key is Differing => key in DIFFERENCES.thing;
const DIFFERING = Object.keys(DIFFERENCES.thing).filter(isDiffering);
const only = (key: keyof SentenceWeights): SentenceWeights => {
  const none = { ...OF_ALL };
  for (const other of KEYS) none[other] = 0;
  return { ...none, [key]: 1 };
};

/** The sentences of a question: the features of each, and whether it holds an answer. */
interface Sample {
  readonly features: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

function labelsOf(name: string, texts: readonly string[], { mustHold }: AskedQuestion): readonly boolean[] {
  const holds = (text: string, wordings: readonly string[]): boolean =>
    wordings.some((wording) => squeeze(text).includes(squeeze(wording)));
  const missing = mustHold.filter((wordings) => !holds(name, wordings));
  return texts.map((text) => missing.length === 0 || missing.some((wordings) => holds(text, wordings)));
}

const samples: Sample[] = [];
const sources = new Map<string, AnswerSources>();
for (const question of readAsked('tune')) {
  const { set, kind, text, language, expect, mustHold } = question;
  if (expect !== 'answer' || mustHold.length === 0 || kind === 'chat') continue;
  const { library, search } = await openCorpus(set === 'content' ? 'full' : set);
  if (search.search(text, { language, sure: true }).answer?.kind !== 'quote') continue;
  const answering = sources.get(set) ?? {
    index: await buildIndex(library, indexInSlices),
    topics: await inSlices(topicTable(library)),
  };
  sources.set(set, answering);
  const asking = readAsking(text);
  const options = { language: asking.language ?? language };
  const draft = judge(answering, text, asking, options);
  const byKey = KEYS.map((key) => judgedSections(draft, options, only(key)));
  const features: number[][] = [];
  const right: boolean[] = [];
  for (const [place, { section, scores }] of (byKey[0] ?? []).entries()) {
    const texts = piecesOf(section).sentences.map(({ start, end }) => section.text.slice(start, end));
    const labels = labelsOf(section.name, texts, question);
    for (const at of scores.keys()) {
      const row = byKey.map((judged) => judged[place]?.scores[at] ?? 0);
      const differing = DIFFERING.map((key) => row[KEYS.indexOf(key)] ?? 0);
      const family = familyOf(asking.kinds);
      features.push([
        ...row,
        ...FAMILIES.flatMap((one) => (one === family ? differing : differing.map(() => 0))),
      ]);
      right.push(labels[at] ?? false);
    }
  }
  if (right.includes(true) && right.includes(false)) samples.push({ features, right });
}

let weights = [
  ...KEYS.map((key) => OF_ALL[key]),
  ...FAMILIES.flatMap((family) => DIFFERING.map((key) => DIFFERENCES[family][key])),
];
for (let round = 0; round < ROUNDS; round += 1) {
  const slope = weights.map((weight) => -2 * RIDGE * samples.length * weight);
  const bend = weights.map((_, i) => weights.map((__, j) => (i === j ? 2 * RIDGE * samples.length : 0)));
  for (const { features, right } of samples) {
    const chances = chancesOf(features);
    const ofRight = chances.reduce((sum, chance, at) => sum + (right[at] === true ? chance : 0), 0);
    const mean = meanOf(features, chances);
    const wanted = meanOf(
      features,
      chances.map((chance, at) => (right[at] === true ? chance / ofRight : 0)),
    );
    features.forEach((row, at) => {
      const chance = chances[at] ?? 0;
      if (chance < 1e-6) return;
      row.forEach((feature, i) => {
        const line = bend[i] ?? [];
        row.forEach((other, j) => {
          line[j] = (line[j] ?? 0) + chance * (feature - (mean[i] ?? 0)) * (other - (mean[j] ?? 0));
        });
      });
    });
    slope.forEach((one, i) => {
      slope[i] = one + (wanted[i] ?? 0) - (mean[i] ?? 0);
    });
  }
  const step = solve(bend, slope);
  weights = weights.map((weight, i) => weight + (step[i] ?? 0));
}

function chancesOf(features: Sample['features']): readonly number[] {
  const sums = features.map((row) => row.reduce((sum, feature, i) => sum + feature * (weights[i] ?? 0), 0));
  const top = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - top));
  const all = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / all);
}

function meanOf(features: Sample['features'], chances: readonly number[]): readonly number[] {
  return weights.map((_, i) =>
    features.reduce((sum, row, at) => sum + (row[i] ?? 0) * (chances[at] ?? 0), 0),
  );
}

const round = (weight: number | undefined): number => Math.round(100 * (weight ?? 0)) / 100;
process.stdout.write(`${samples.length} questions\n`);
for (const [i, key] of KEYS.entries()) process.stdout.write(`  ${key}: ${round(weights[i])},\n`);
for (const [place, family] of FAMILIES.entries()) {
  const own = DIFFERING.map(
    (key, i) => `${key}: ${round(weights[KEYS.length + place * DIFFERING.length + i])}`,
  );
  process.stdout.write(`  ${family}: { ${own.join(', ')} },\n`);
}
