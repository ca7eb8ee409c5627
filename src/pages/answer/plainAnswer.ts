import { findTopic, outermostSections } from '#library/find.ts';
import type { Library, Session } from '#library/model.ts';
import type { ComparedThing, SearchResult } from '#search/model.ts';
import { locateSection, postFor } from '../lookup.ts';
import type { Reader } from '../model.ts';
import {
  fullTopicName,
  localized,
  sectionLabel,
  sectionName,
  sessionName,
  targetEntry,
  topicName,
} from '../names.ts';
import { factView, talkNames } from './factView.ts';
import { quotedPassages } from './guesses.ts';

/** What a reader is shown as the answer, in plain text. */
export interface PlainAnswer {
  readonly kind: 'quote' | 'topic' | 'facts' | 'comparison';
  readonly text: string;
}

/** The answer of a result as plain text; undefined where nothing is shown as one. */
export function plainAnswer(library: Library, result: SearchResult, given: Reader): PlainAnswer | undefined {
  const { answer, verdict } = result;
  const reader = readerOf(result, given);
  if (verdict === 'maybe' && answer?.kind !== 'facts') return quoted(library, result, reader);
  switch (answer?.kind) {
    case undefined:
      return undefined;
    case 'quote':
      return quoted(library, result, reader);
    case 'topic': {
      const topic = findTopic(library, answer.topic);
      const text = topic === undefined ? undefined : localized(topic[answer.part], reader);
      return {
        kind: 'topic',
        text: topic === undefined ? '' : `${fullTopicName(topic, reader)}\n${text ?? ''}`,
      };
    }
    case 'comparison': {
      const texts = answer.sides.map((side) => {
        const name = targetEntry(library, side.target, reader)?.label ?? '';
        return `${name}: ${sideText(library, side, reader)}`;
      });
      return {
        kind: 'comparison',
        text: [...texts, answer.together?.quote].filter((text) => text !== undefined).join('\n'),
      };
    }
    case 'facts': {
      const { text, told, sessions, talks } = factView(library, answer.fact, reader);
      const listed = LISTED.has(answer.fact.about)
        ? sessions.flatMap((session) => [
            sessionName(session, postFor(session, reader), reader),
            ...talkNames(library, session, talks, reader),
          ])
        : [];
      return {
        kind: 'facts',
        text: [
          ...(answer.fact.about === 'session' ? listed : []),
          text,
          ...(answer.fact.about === 'session' && answer.fact.talk === undefined
            ? sessions.flatMap((session) => partsOf(session, reader))
            : []),
          ...told.map(({ quote }) => quote),
          ...(answer.fact.about === 'session' ? [] : listed),
        ]
          .filter((line) => line !== undefined && line !== '')
          .join('\n'),
      };
    }
  }
}

function quoted(library: Library, result: SearchResult, reader: Reader): PlainAnswer {
  const texts = quotedPassages(result).map(({ passage, quote }) => {
    const place = locateSection(library, passage, { ...reader, language: passage.language });
    return `${place === undefined ? '' : `${sectionLabel(place, reader).label}\n`}${quote}`;
  });
  return { kind: 'quote', text: texts.join('\n\n') };
}

/** The headings of a session's post that stand under no other: what its page lists. */
const partsOf = (session: Session, reader: Reader): readonly string[] =>
  outermostSections(postFor(session, reader)).map((section) => sectionName(section, reader));

/** Facts that are followed by the names of the sessions. */
const LISTED: ReadonlySet<string> = new Set(['list', 'count', 'which', 'session', 'bot', 'event']);

/** What is said of one of two things. */
export function sideText(library: Library, { target, passage }: ComparedThing, reader: Reader): string {
  if (passage !== undefined) return passage.quote;
  const topic = target.kind === 'topic' ? findTopic(library, target.topic) : undefined;
  return topic === undefined ? '' : (localized(topic.summary, reader) ?? topicName(topic, reader));
}

/** The reader in the language of their question, where that is clear. */
export function readerOf({ language }: SearchResult, reader: Reader): Reader {
  return language === undefined || language === reader.language
    ? reader
    : { ...reader, locale: language, language };
}
