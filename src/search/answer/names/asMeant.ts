import { locateSection } from '#library/find.ts';
import type { Index } from '../../index/searchIndex.ts';
import type { AskedIn, SearchResult } from '../../model.ts';
import { type Asking, readAsking } from '../question/readQuestion.ts';
import type { TopicTable } from '../question/topicTable.ts';
import { respelled } from './nearestName.ts';
import { withoutSlip } from './slip.ts';

/**
 * Answers a question; one about a name that the posts spell otherwise, with that name; one that has no answer as it
 * stands and holds a slip, without it.
 * @param spoken the language of who asks, where the text was put into another one.
 * @param ask answers a question as it stands.
 */
export function answerAsMeant(
  { index, topics }: { readonly index: Index; readonly topics: TopicTable },
  text: string,
  asking: Asking,
  spoken: AskedIn | undefined,
  ask: (text: string, asking: Asking) => SearchResult,
): SearchResult {
  const meant = respelled(index.segments, topics, text, asking);
  if (meant !== undefined) {
    const found = ask(meant.text, readAsking(meant.text));
    if (found.verdict === 'answer')
      return { ...found, readAs: spoken === undefined ? meant.text : meant.name };
  }
  const found = ask(text, asking);
  // One of two things that is not there is no slip of a name: slips are mended where things are looked for.
  const isAbsent = asking.kinds.includes('difference') && found.absent !== undefined;
  const slip = found.verdict === 'answer' || isAbsent ? undefined : withoutSlip(index.segments, text);
  if (slip === undefined) return found;
  const mended = ask(slip.text, readAsking(slip.text));
  const [best] = mended.passages;
  if (mended.verdict !== 'answer' || best === undefined) return found;
  const section = locateSection(index.library, best, best.language)?.section;
  const readAs = slip.writtenIn(`${section?.name}\n${section?.text}`);
  return readAs === undefined ? found : { ...mended, readAs };
}
