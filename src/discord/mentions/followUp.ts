import type { Library, Topic } from '#library/model.ts';
import { translationsOf } from '#library/text/localized.ts';
import { nameFinder, nameKey, spacedText } from '#library/text/names/nameFinder.ts';
import type { Reader } from '#pages/model.ts';
import { routeTarget, targetEntry, topicName } from '#pages/names.ts';
import { readControl } from '#pages/route.ts';

/** The custom_ids of a message's controls, and the values of its menus, in order. */
const controlsIn = (node: unknown): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(controlsIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = ['custom_id', 'value'].flatMap((key) => {
    const text: unknown = Reflect.get(node, key);
    return typeof text === 'string' ? [text] : [];
  });
  return [...own, ...['components', 'options'].flatMap((key) => controlsIn(Reflect.get(node, key)))];
};

/** The question that stands above an answer. */
const ASKED = /“([^”]+)”/u;

/** The topic that is named in a text; of several, the one with the longest name. */
const topicIn = (text: string, { topics }: Library, reader: Reader): string | undefined => {
  const owners = new Map<string, Topic>();
  for (const topic of topics)
    for (const name of [...translationsOf(topic.name), ...topic.aliases]) owners.set(nameKey(name), topic);
  const hits = nameFinder(owners.keys()).find(spacedText(text));
  const [longest] = hits.toSorted((one, other) => other.end - other.start - (one.end - one.start));
  const topic = longest && owners.get(longest.key);
  return topic && topicName(topic, reader);
};

/** What a message of the bot's is about, by the question above it and its controls: nothing else remembers. */
export const subjectOf = (message: unknown, library: Library, reader: Reader): string | undefined => {
  if (typeof message !== 'object' || message === null || !('components' in message)) return undefined;
  const [, asked] = ('content' in message && ASKED.exec(String(message.content))) || [];
  const named = asked === undefined ? undefined : topicIn(asked, library, reader);
  if (named !== undefined) return named;
  for (const control of controlsIn(message.components)) {
    const route = readControl(control)?.route;
    const target = route && routeTarget(route);
    const label = target && targetEntry(library, target, reader)?.label;
    if (label !== undefined) return label;
  }
  return undefined;
};

/** Words that refer back: `그건 언제 나왔어?`, `더 자세히`, `why?`, `tell me more`. */
const POINTING =
  /(?:^|\s)(?:그|이|저)(?:건|거|게|것|걸|때|럼|분|사람|세션|발표|주제)|(?:^|\s)(?:더|좀 더|자세히|왜\s*\??$|왜요|어떻게\s*\??$|언제\s*\??$|누가\s*\??$|예를|그래서|그럼)|\b(?:it|its|that|this|they|them|those|these|more|else|there)\b|^(?:why|how|when|who|where|so|and)\b.{0,12}$/iu;

/** True for a follow-up question, as far as its words tell. */
export const isFollowUp = (question: string): boolean => POINTING.test(question);
