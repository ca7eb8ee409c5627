import { ancestors, findTopic, topicsAbout } from '#library/find.ts';
import type { Library } from '#library/model.ts';
import { translationsOf } from '#library/text/localized.ts';
import type { Passage, SearchResult } from '#search/model.ts';
import { locateSection } from '../lookup.ts';
import type { Reader } from '../model.ts';
import { localized, sectionLabel, topicName } from '../names.ts';
import type { Source } from './composed.ts';

/** Characters of a source; a longer section is given around what is quoted of it. */
const LONGEST = 1_500;
const BEFORE = 300;
/** The least confidence of a passage beside the first. */
const LIKELY = 0.2;
const MOST = 5;

const around = (text: string, quote: string): string => {
  if (text.length <= LONGEST) return text;
  // Lines that say nothing are left out of a quote: its first one stands in the text.
  const [first = ''] = quote.split('\n');
  const from = Math.max(0, Math.min(text.indexOf(first) - BEFORE, text.length - LONGEST));
  return text.slice(from, from + LONGEST).toWellFormed();
};

/** A passage in its section, with all names of what the section is about. */
function sourceOf(library: Library, passage: Passage, reader: Reader): readonly Source[] {
  const place = locateSection(library, passage, { ...reader, language: passage.language });
  if (place === undefined) return [];
  const { post, section } = place;
  const { label, description = '' } = sectionLabel(place, reader);
  const headings = ancestors(post, section.id).map(({ name }) => name);
  const topics = topicsAbout(library, passage);
  return [
    {
      label,
      place: description,
      text: around(section.text, passage.quote),
      names: [
        post.title,
        ...headings,
        section.name,
        ...section.aliases,
        ...topics.flatMap(({ name, aliases }) => [...translationsOf(name), ...aliases]),
      ],
    },
  ];
}

function topicSource(library: Library, id: string, reader: Reader): readonly Source[] {
  const topic = findTopic(library, id);
  if (topic === undefined) return [];
  const texts = [topic.summary, topic.now].map((text) => localized(text, reader) ?? '');
  return [
    {
      label: topicName(topic, reader),
      place: '',
      text: texts.filter((text) => text !== '').join('\n'),
      names: [...translationsOf(topic.name), ...topic.aliases],
    },
  ];
}

/** What a result holds that an answer may be composed from, the quote first. Empty where facts answer, or nothing. */
export function sourcesFor(library: Library, result: SearchResult, reader: Reader): readonly Source[] {
  const { answer, verdict, passages } = result;
  if (verdict !== 'answer' || answer === undefined || answer.kind === 'facts') return [];
  const likely = passages.filter(({ confidence }, at) => at === 0 || confidence >= LIKELY);
  const first =
    answer.kind === 'topic'
      ? topicSource(library, answer.topic, reader)
      : answer.kind === 'comparison'
        ? answer.sides.flatMap(({ target, passage }) =>
            passage !== undefined
              ? sourceOf(library, passage, reader)
              : target.kind === 'topic'
                ? topicSource(library, target.topic, reader)
                : [],
          )
        : [];
  const all = [...first, ...likely.flatMap((passage) => sourceOf(library, passage, reader))];
  const known = new Set<string>();
  return all.filter(({ text }) => text.trim() !== '' && !known.has(text) && known.add(text)).slice(0, MOST);
}
