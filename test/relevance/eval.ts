import { ASKED_KINDS, type AskedKind, calibrationOf, readAsked, type Shown, showAll } from './asked.ts';
import { CORPORA, openCorpus, querySet } from './corpora.ts';
import { fuse, miniSearch, ours, rowsOf, trigram } from './engines.ts';
import { measureQuestionFile } from './korquad.ts';
import {
  answerable,
  askAll,
  byClass,
  figures,
  type Outcome,
  offTopic,
  percentile,
  reliability,
} from './measure.ts';
import { CLASS_NAMES, CLASSES, readQueries } from './queries.ts';

/**
 * Prints how well questions are answered, beside three general search libraries on the same data.
 * `--half tune` (with `--failures`) for tuning; without it, both halves are reported, each for itself.
 * `korquad FILE` asks the questions of a file in KorQuAD's format instead.
 */
const args = process.argv.slice(2);
const half = args.includes('--half') ? args[args.indexOf('--half') + 1] : undefined;
const failures = args.includes('--failures');
const alone = args.includes('--alone');

if (failures && half !== 'tune') {
  process.stderr.write('Failures are shown of the tuning half alone: add --half tune.\n');
  process.exit(64);
}

const file = args[0] === 'korquad' ? args[1] : undefined;
if (file !== undefined) {
  await measureQuestionFile(file, (line) => void process.stdout.write(`${line}\n`));
  process.exit(0);
}

const queries = readQueries();
const percent = (share: number): string => `${(100 * share).toFixed(0)}`;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

function table(title: string, results: ReadonlyMap<string, readonly Outcome[]>): void {
  print(`\n${title}\n`);
  print(
    `| | ${CLASSES.filter((kind) => kind !== 'off')
      .map((kind) => CLASS_NAMES[kind])
      .join(' | ')} | all | first 5 | MRR | answered | refused | off-topic answered | p50 ms | p99 ms |`,
  );
  print(`|---|${'---|'.repeat(CLASSES.length - 1 + 8)}`);
  for (const [name, outcomes] of results) {
    const classes = byClass(outcomes);
    const all = figures(answerable(outcomes));
    const cells = CLASSES.filter((kind) => kind !== 'off').map((kind) =>
      percent(figures(classes.get(kind) ?? []).first),
    );
    print(
      `| ${name} | ${cells.join(' | ')} | ${percent(all.first)} | ${percent(all.firstFive)} | ${all.meanReciprocalRank.toFixed(2)} | ${percent(all.answered)} | ${percent(all.refused)} | ${percent(figures(offTopic(outcomes)).answered)} | ${percentile(outcomes, 50).toFixed(2)} | ${percentile(outcomes, 99).toFixed(2)} |`,
    );
  }
}

for (const name of CORPORA) {
  const corpus = await openCorpus(name);
  const { library } = corpus;
  const rows = rowsOf(library);
  const own = ours(corpus);
  const engines = alone ? [own] : [own, miniSearch(rows), fuse(rows), trigram(rows)];
  const asked = queries.filter(({ corpus }) => corpus === querySet(name));
  for (const side of half === 'tune' || half === 'held' ? [half] : (['tune', 'held'] as const)) {
    const set = asked.filter((query) => query.half === side);
    if (set.length === 0) continue;
    const results = new Map(
      engines.map((engine) => {
        // Once unmeasured: nobody's first query meets a cold process.
        for (const { text } of set) engine.ask(text);
        return [engine.name, askAll(engine, library, set)];
      }),
    );
    table(
      `${name}, ${side === 'held' ? 'held-out' : 'tuning'} half: ${set.length} queries over ${rows.length} sections, first hit right in %`,
      results,
    );
    const outcomes = results.get(own.name) ?? [];
    const five = byClass(outcomes);
    print(`\nfirst five: paraphrases ${percent(figures(five.get('para') ?? []).firstFive)}`);
    const { bins, error } = reliability(outcomes);
    print(
      `calibration error ${error.toFixed(3)}: ${bins.map(({ from, count, claimed, right }) => `${from.toFixed(1)}– n=${count} said ${percent(claimed)} right ${percent(right)}`).join('; ')}`,
    );
    if (failures) for (const outcome of outcomes) if (isFailure(outcome)) print(line(outcome));
  }
}

function isFailure({ query, place, given }: Outcome): boolean {
  return query.kind === 'off' ? given.verdict === 'answer' : place !== 1 || given.verdict !== 'answer';
}

function line({ query, place, given }: Outcome): string {
  return `  ${query.kind.padEnd(8)} ${place === 1 ? 'right' : `at ${place}`} ${given.verdict} ${given.confidence.toFixed(2)}  ${query.text}  → ${given.sections.slice(0, 3).join(' ')}  (${query.expected.join(' ')})`;
}

/** Everyday questions, judged by the text that is shown: right of all, by kind. Failures are shown of the tuning part alone. */
async function tableOfAsked(): Promise<void> {
  const parts = (['tune', 'held'] as const).filter((part) => half === undefined || half === part);
  print('\neveryday questions, by what the shown answer holds: right of all; seen: or asked back with it\n');
  print(`| | ${ASKED_KINDS.join(' | ')} | all | seen | answered | calibration error |`);
  print(`|---|${'---|'.repeat(ASKED_KINDS.length + 4)}`);
  for (const part of parts) {
    const shown = await showAll(readAsked(part));
    const cell = (some: readonly Shown[]): string =>
      `${some.filter(({ right }) => right).length}/${some.length}`;
    const of = (kind: AskedKind): Shown[] => shown.filter(({ question }) => question.kind === kind);
    const answered = shown.filter(({ verdict }) => verdict === 'answer').length;
    print(
      `| ${part} | ${ASKED_KINDS.map((kind) => cell(of(kind))).join(' | ')} | ${cell(shown)} ${percent(shown.filter(({ right }) => right).length / shown.length)} % | ${percent(shown.filter(({ seen }) => seen).length / shown.length)} % | ${answered} | ${calibrationOf(shown).toFixed(3)} |`,
    );
    if (failures && part === 'tune')
      for (const { question, verdict, confidence, kind, text, right } of shown)
        if (!right)
          print(
            `  ${question.kind} ${question.set} ${verdict} ${kind} ${confidence.toFixed(2)}  ${question.text}  → ${text.slice(0, 120).replaceAll('\n', ' / ')}  (${question.mustHold.map((wordings) => wordings.join('//')).join(' | ')})`,
          );
  }
}

await tableOfAsked();
