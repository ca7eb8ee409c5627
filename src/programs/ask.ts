import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ancestors, locateSection } from '#library/find.ts';
import type { Library, Post, Section } from '#library/model.ts';
import { readLibrary } from '#library/read.ts';
import { LOCALES } from '#locales/index.ts';
import type { OpenMeaning } from '#meaning/meaning.ts';
import { type Composed, composedText } from '#pages/answer/composed.ts';
import { plainAnswer, readerOf } from '#pages/answer/plainAnswer.ts';
import { sourcesFor } from '#pages/answer/sources.ts';
import type { Reader } from '#pages/model.ts';
import { systemClock } from '#recap/time/clock.ts';
import { createSearch } from '#search/engine.ts';
import type { Passage, Search, SearchResult } from '#search/model.ts';
import type { Config } from '../config/config.ts';
import { EXIT } from '../exit.ts';
import { invocation } from '../invocation.ts';
import { openMeaning } from '../start/meaning.ts';
import { contentDirOrExit, settingsOrExit } from './settingsOrExit.ts';

const USAGE = `Usage: ${invocation('ask', '--silent ')} [--json] [--explain] [--language CODE] "question" …
       ${invocation('ask', '--silent ')} --json -        reads questions from standard input, one a line
Asks the posts in CONTENT_DIR (default: content), without Discord.
CODE is a language that posts are written in, such as ${LOCALES.join(', ')}; it decides where a question's own is not clear.
`;

interface AskOptions {
  readonly json: boolean;
  readonly explain: boolean;
  readonly language: string | undefined;
  readonly questions: readonly string[];
}

function fail(message: string): never {
  process.stderr.write(`${message}\n${USAGE}`);
  process.exit(EXIT.usage);
}

function readArguments(): AskOptions {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        language: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(USAGE);
      process.exit(0);
    }
    if (positionals.length === 0) return fail('No question was given.');
    return { json: values.json, explain: values.explain, language: values.language, questions: positionals };
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

interface Place {
  readonly post: Post;
  readonly section: Section;
  readonly path: readonly string[];
}

/** The post and headings of a passage. */
function placeOf(library: Library, passage: Passage): Place | undefined {
  const place = locateSection(library, passage, passage.language);
  if (place === undefined) return undefined;
  const { post, section } = place;
  return { post, section, path: [...ancestors(post, section.id), section].map(({ name }) => name) };
}

/** One JSON line for a question; `answered` is true for the verdict `answer` alone. `composed`: what a model wrote. */
function jsonLine(
  library: Library,
  question: string,
  result: SearchResult,
  composed: Composed | undefined,
  reader: Reader,
): string {
  const shown = plainAnswer(library, result, reader);
  const passages = result.passages.flatMap((passage) => {
    const place = placeOf(library, passage);
    if (place === undefined) return [];
    return [
      {
        file: place.post.file,
        heading: place.section.name,
        path: place.path,
        session: passage.session,
        score: Number(passage.score.toFixed(4)),
        quote: passage.quote,
        ...(passage.why === undefined ? {} : { why: passage.why }),
      },
    ];
  });
  return JSON.stringify({
    question,
    answered: result.verdict === 'answer',
    verdict: result.verdict,
    confidence: Number(result.confidence.toFixed(3)),
    ...(result.readAs === undefined ? {} : { readAs: result.readAs }),
    ...(result.absent === undefined ? {} : { absent: result.absent }),
    ...(shown === undefined ? {} : shown),
    ...(composed === undefined ? {} : { composed: composedText(composed) }),
    passages,
  });
}

const HEADLINES = {
  answer: 'The posts say:',
  maybe: 'Perhaps you mean:',
  none: 'The posts do not cover this. Nearest:',
} as const;

/** The same as text. */
function readable(
  library: Library,
  question: string,
  result: SearchResult,
  composed: Composed | undefined,
  reader: Reader,
): string {
  const lines = [`? ${question}`];
  if (result.readAs !== undefined) lines.push(`  (read as ${result.readAs})`);
  lines.push(`  ${HEADLINES[result.verdict]} (${(100 * result.confidence).toFixed(0)} %)`);
  if (result.absent !== undefined) lines.push(`  Not in the posts: ${result.absent.join(', ')}`);
  if (composed !== undefined) {
    lines.push(`  A model writes: ${composedText(composed)}`);
    composed.sources.forEach(({ label }, at) => void lines.push(`  [${at + 1}] ${label}`));
  }
  const shown = plainAnswer(library, result, reader);
  if (shown !== undefined && shown.kind !== 'quote')
    for (const line of shown.text.split('\n')) lines.push(`  ${line}`);
  for (const [i, passage] of result.passages.entries()) {
    const place = placeOf(library, passage);
    if (place === undefined) continue;
    lines.push(`  ${i + 1}. ${passage.session} · ${place.path.join(' › ')}  [${passage.score.toFixed(2)}]`);
    if (i === 0 || passage.why !== undefined)
      for (const line of marked(passage).split('\n')) if (line !== '') lines.push(`     ${line}`);
    for (const reason of passage.why ?? []) lines.push(`       - ${reason}`);
  }
  return lines.join('\n');
}

function marked({ quote, marks }: Passage): string {
  let out = '';
  let from = 0;
  for (const [start, end] of marks) {
    out += `${quote.slice(from, start)}**${quote.slice(start, end)}**`;
    from = end;
  }
  return out + quote.slice(from);
}

async function* questionsOf(given: readonly string[]): AsyncGenerator<string> {
  for (const question of given) {
    if (question !== '-') yield question;
    else
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
        if (line.trim() !== '') yield line;
  }
}

async function openLibrary(config: Config): Promise<Library> {
  const { siteUrl, locale } = config;
  const contentDir = await contentDirOrExit(config);
  try {
    return await readLibrary({ dir: contentDir, siteUrl, defaultLanguage: locale });
  } catch (error) {
    process.stderr.write(
      `CONTENT_DIR: the folder "${contentDir}" cannot be read (${error instanceof Error ? error.message : error}).\n`,
    );
    return process.exit(EXIT.config);
  }
}

/** The models, where there are some. Vectors are not kept: the database may be a running bot's. */
async function modelsFor(config: Config, library: Library): Promise<OpenMeaning | undefined> {
  const { embeddings, model } = config;
  if (embeddings === undefined && model === undefined) return undefined;
  const { createLog } = await import('../log.ts');
  const keys = [embeddings?.key, model?.key].filter((key) => key !== undefined);
  // Standard output is for the answer.
  const output = { write: (line: string) => void process.stderr.write(line) };
  const meaning = await openMeaning({
    config,
    library,
    store: { vectors: async () => new Map(), keepVectors: async () => {}, pruneVectors: async () => 0 },
    clock: systemClock,
    leases: { alone: (_, work) => work() },
    log: createLog({ level: 'warn', secrets: keys, output }),
  });
  await meaning?.settled();
  return meaning;
}

async function main(): Promise<void> {
  const { json, explain, language, questions } = readArguments();
  const config = settingsOrExit();
  const library = await openLibrary(config);
  const reader: Reader = { locale: config.locale, language: language ?? config.locale };
  const search: Search = await createSearch(library);
  const meaning = await modelsFor(config, library);
  const options = { limit: 10, explain, ...(language === undefined ? {} : { language }) };
  for await (const question of questionsOf(questions)) {
    const nearness = await meaning?.nearness(question);
    const result = search.search(question, { ...options, nearness });
    const asker = readerOf(result, reader);
    const composed = await meaning?.compose(question, sourcesFor(library, result, asker), asker.locale);
    const text = (json ? jsonLine : readable)(library, question, result, composed, reader);
    if (!process.stdout.write(`${text}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  meaning?.stop();
}

await main();
