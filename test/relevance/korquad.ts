import { readFileSync } from 'node:fs';
import type { Session } from '#library/model.ts';
import { createSearch } from '#search/engine.ts';
import { library, session } from '#test/search/library.ts';

/** The parts of a file in the format of SQuAD and KorQuAD 1.0 that are read. */
interface QuestionFile {
  readonly data: readonly {
    readonly paragraphs: readonly {
      readonly context: string;
      readonly qas: readonly { readonly question: string }[];
    }[];
  }[];
}

interface Found {
  /** Place of the paragraph that the question was asked about, from 1; 0 where it is not among the first ten. */
  readonly place: number;
  /** ms */
  readonly time: number;
}

/** Articles from here on were never looked at: weights are tuned on those before. */
const TUNED_ON = 0.75;

/**
 * Prints how well paragraphs are found by the questions that were asked about them: each is a post of its own, whose
 * title is only a number. @throws where the file is not in that format.
 */
export async function measureQuestionFile(path: string, print: (line: string) => void): Promise<void> {
  const { data }: QuestionFile = JSON.parse(readFileSync(path, 'utf8'));
  const numbers = new Map<string, string>();
  const asked = data.flatMap(({ paragraphs }, article) =>
    paragraphs.flatMap(({ context, qas }) => {
      const id = numbers.get(context) ?? String(numbers.size + 1);
      numbers.set(context, id);
      return qas.map(({ question }) => ({ question, id, last: article >= TUNED_ON * data.length }));
    }),
  );
  const sessions = [...numbers].map(
    ([text, id]): Session =>
      session(Number(id), { title: id, sections: [{ id: 'text', name: id, lead: true, text }] }),
  );
  const search = await createSearch(library(sessions));
  for (const plain of [true, false]) {
    const find = ({ question, id }: { readonly question: string; readonly id: string }): Found => {
      const from = performance.now();
      const { passages } = search.search(question, { plain });
      const time = performance.now() - from;
      return { place: passages.findIndex((passage) => passage.session === id) + 1, time };
    };
    for (const [name, some] of [
      ['first three quarters', asked.filter(({ last }) => !last)],
      ['last quarter', asked.filter(({ last }) => last)],
      ['all', asked],
    ] as const)
      print(`${plain ? 'ranking alone' : 'as answered'}, ${name}: ${figuresOf(some.map(find))}`);
  }
}

function figuresOf(found: readonly Found[]): string {
  const within = (most: number): string =>
    ((100 * found.filter(({ place }) => place > 0 && place <= most).length) / found.length).toFixed(1);
  const times = found.map(({ time }) => time).sort((a, b) => a - b);
  const after = (share: number): string => (times[Math.floor(share * times.length)] ?? 0).toFixed(2);
  return `${found.length} questions, first hit ${within(1)} %, first five ${within(5)} %, p50 ${after(0.5)} ms, p99 ${after(0.99)} ms`;
}
