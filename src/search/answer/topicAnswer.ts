import type { Library, Topic } from '#library/model.ts';
import type { Passage, SearchOptions, SearchResult } from '../model.ts';
import { asksMaker, tellsMaker } from './question/maker.ts';
import type { Asking } from './question/readQuestion.ts';
import { DEFINES, type DefiningSentence, definitionIn, laterFateIn } from './sentences/findDefinition.ts';

/** How sure it is that a question which names a topic and nothing else is about that topic. */
export const SURE = 0.93;

/** What is said of a topic that a question asks for by name; undefined where it asks for something of it. */
export function topicAnswer(
  library: Library,
  topic: Topic,
  question: string,
  { kinds }: Pick<Asking, 'kinds'>,
  passages: readonly Passage[],
  options: SearchOptions,
): Pick<SearchResult, 'answer' | 'passages'> | undefined {
  const [kind] = kinds;
  const of = (part: 'summary' | 'now') => ({
    answer: { kind: 'topic', topic: topic.id, part } as const,
    passages,
  });
  if (kind === 'now') {
    const found = laterFateIn(library, topic, options.language);
    if (found !== undefined) return quoteOf(found, passages);
    if (hasText(topic.now)) return of('now');
    return undefined;
  }
  const found = definitionIn(library, topic, options.language);
  if (asksMaker(question)) {
    if (Object.values(topic.summary).some((text = '') => tellsMaker(text))) return of('summary');
    const tells = found !== undefined && found.strength >= DEFINES && tellsMaker(found.quote);
    return tells ? quoteOf(found, passages) : undefined;
  }
  if (kind !== 'definition') return undefined;
  if (found !== undefined && found.strength >= DEFINES) return quoteOf(found, passages);
  return hasText(topic.summary) ? of('summary') : undefined;
}

/** True where a text is given in any language. */
export const hasText = (text: object): boolean => Object.keys(text).length > 0;

const ENDED =
  /종료|종결|단종|중단|폐지|폐쇄|쓸 수 없|더는|문을 닫|\b(?:retired|shut down|discontinued|no longer|ended|closed|deprecated)\b|終了|廃止|停止/iu;

/** True for a topic that, as the glossary says, is no more. */
export const hasEnded = ({ now }: Topic): boolean => Object.values(now).some((text = '') => ENDED.test(text));

/** A piece of a section that may not be among the passages. */
export function quoteOf(
  { ref, language, quote, marks }: DefiningSentence,
  passages: readonly Passage[],
): Pick<SearchResult, 'answer' | 'passages'> {
  const known = passages.find((one) => one.session === ref.session && one.section === ref.section);
  const { score, confidence, why } = known ?? { score: 0, confidence: SURE };
  const passage: Passage = {
    ...ref,
    language,
    score,
    confidence,
    quote,
    marks,
    ...(why === undefined ? {} : { why }),
  };
  return { answer: { kind: 'quote' }, passages: [passage, ...passages.filter((one) => one !== known)] };
}
