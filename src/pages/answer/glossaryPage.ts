import type { Topic } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { ACCENT, buttons, compose, type Entry, link } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut } from '../message/escape.ts';
import { LIMITS } from '../message/limits.ts';
import type { Page, Reader } from '../model.ts';
import { fullTopicName, localized } from '../names.ts';
import { questionLine } from './questionLine.ts';

/** The glossary's answer: what a topic is, or what has become of it, and the sections that come nearest. */
export function drawGlossary(
  question: string,
  topic: Topic,
  part: 'summary' | 'now',
  nearest: readonly Entry[],
  reader: Reader,
): Page {
  const strings = stringsFor(reader.locale);
  const [first, second] = part === 'now' ? [topic.now, topic.summary] : [topic.summary, topic.now];
  const texts = [first, second].map((text) => localized(text, reader) ?? '');
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: questionLine(question),
        title: escapeCut(fullTopicName(topic, reader), LIMITS.title, cutLabel),
        ...(topic.url === undefined ? {} : { url: topic.url }),
        description: [...texts.map((text) => escapeCut(text, 500)), `-# ${strings.answer.fromGlossary}`]
          .filter((text) => text !== '')
          .join('\n\n'),
      },
    ],
    rows: [
      { kind: 'menu', placeholder: strings.menu.topicSections, entries: nearest },
      buttons(
        {
          kind: 'open',
          label: strings.button.toTopic,
          route: { page: 'topic', topic: topic.id, part: 1 },
          primary: true,
        },
        link(strings.button.official, topic.url),
      ),
    ],
  });
}
