import type { Suggestion } from '#search/model.ts';
import { drawAnswer, drawFound } from './answer/answerPage.ts';
import { drawHelp } from './helpPage.ts';
import { drawIndex } from './index/indexPage.ts';
import { findSession, findSpeaker, findTopic, locateSection } from './lookup.ts';
import type { Page, Reader, Sources } from './model.ts';
import { routeTarget, targetEntry } from './names.ts';
import { drawGone } from './notices.ts';
import type { Route } from './route.ts';
import { drawSection } from './session/sectionPage.ts';
import { drawSession } from './session/sessionPage.ts';
import { drawSpeaker } from './speakerPage.ts';
import { drawTopic } from './topicPage.ts';

/** Number of passages on an answer page. */
export const PASSAGES = 5;

/** The words of an id, to search for its replacement. */
const wordsOf = (id: string): string => id.replace(/~.*$/, '').replaceAll('-', ' ').trim();

/** The session of a missing section, and its most similar sections. */
function nearSection({ search }: Sources, session: string, section: string): readonly Suggestion[] {
  const inside = search.complete(wordsOf(section), { kind: 'section', session }, 4);
  return [{ target: { kind: 'session', session }, confidence: 1 }, ...inside];
}

function drawSectionRoute(
  sources: Sources,
  route: Extract<Route, { page: 'section' }>,
  reader: Reader,
): Page {
  const located = locateSection(sources.library, route, reader);
  if (located !== undefined) return drawSection(sources, located, route, reader);
  const session = findSession(sources.library, route.session);
  return session === undefined
    ? drawGone(
        sources,
        'session',
        sources.search.complete(wordsOf(route.session), { kind: 'session' }, 5),
        reader,
      )
    : drawGone(sources, 'section', nearSection(sources, session.id, route.section), reader);
}

/** True where the address exists; questions and help always have a page. */
export function hasPage({ library }: Sources, route: Route, reader: Reader): boolean {
  const target = routeTarget(route);
  return target === undefined || targetEntry(library, target, reader) !== undefined;
}

/**
 * Draws the page of a route. Total: a missing page becomes a notice with the nearest pages, and a part beyond
 * the end is the last one. A language in the route overrides the reader's.
 */
export function drawPage(sources: Sources, route: Route, given: Reader): Page {
  const reader = route.language === undefined ? given : { ...given, language: route.language };
  const { library, search } = sources;
  switch (route.page) {
    case 'index':
      return drawIndex(sources, route, reader);
    case 'session': {
      const session = findSession(library, route.session);
      if (session !== undefined) return drawSession(sources, session, route, reader);
      return drawGone(
        sources,
        'session',
        search.complete(wordsOf(route.session), { kind: 'session' }, 5),
        reader,
      );
    }
    case 'section':
      return drawSectionRoute(sources, route, reader);
    case 'topic': {
      const topic = findTopic(library, route.topic);
      if (topic !== undefined) return drawTopic(sources, topic, route, reader);
      return drawGone(sources, 'topic', search.complete(wordsOf(route.topic), { kind: 'topic' }, 5), reader);
    }
    case 'speaker': {
      const speaker = findSpeaker(library, route.speaker);
      if (speaker !== undefined) return drawSpeaker(sources, speaker, route, reader);
      return drawGone(
        sources,
        'speaker',
        search.complete(wordsOf(route.speaker), { kind: 'speaker' }, 5),
        reader,
      );
    }
    case 'answer': {
      const result = search.search(route.question, { language: reader.language, limit: PASSAGES });
      return drawAnswer(sources, route.question, result, reader);
    }
    case 'found': {
      const result = search.search(route.question, {
        language: reader.language,
        limit: PASSAGES,
        plain: true,
      });
      return drawFound(sources, route.question, result, reader);
    }
    case 'help':
      return drawHelp(sources, route, reader);
  }
}
