import type { Session } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { EVENT_FACTS, type Fact, type Passage } from '#search/model.ts';
import { drawIndex } from '../index/indexPage.ts';
import { locateSection, postFor } from '../lookup.ts';
import { ACCENT, type Button, buttons, compose, type Entry, link } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut } from '../message/escape.ts';
import { LIMITS } from '../message/limits.ts';
import { drawQuote } from '../message/quote.ts';
import type { Page, Reader, Sources } from '../model.ts';
import { sessionName, shortSummary } from '../names.ts';
import { questionRoute, type Route } from '../route.ts';
import { drawSession } from '../session/sessionPage.ts';
import { factView, talkNames } from './factView.ts';
import { markersFor } from './listMarkers.ts';
import { questionLine } from './questionLine.ts';

/** Sessions that are named in the text; a menu holds more. */
const NAMED = 10;
/** Facts of the event as a whole: its sessions are not listed. */
const OF_EVENT: ReadonlySet<Fact['about']> = new Set<Fact['about']>([
  'where',
  'when',
  'several',
  ...EVENT_FACTS,
]);
/** Link buttons: a row has room for these beside the others. */
const LINKS = 3;

const openSession = ({ id }: Session): Route => ({ page: 'session', session: id, part: 1 });

const entryOf = (session: Session, reader: Reader): Entry => {
  const post = postFor(session, reader);
  return {
    label: sessionName(session, post, reader),
    description: shortSummary(post.summary),
    route: openSession(session),
  };
};

/** The same page with the question above it, where it does not say where it belongs. */
const withQuestion = (page: Page, question: string): Page => {
  const [first, ...rest] = page.embeds;
  return first === undefined
    ? page
    : { ...page, embeds: [{ ...first, author: questionLine(question) }, ...rest] };
};

function drawTold({ library }: Sources, { quote, marks, ...passage }: Passage, reader: Reader): string {
  const place = locateSection(library, passage, { ...reader, language: passage.language });
  return drawQuote(quote, marks, place === undefined ? undefined : markersFor(place.section, quote));
}

/** A fact about the sessions: the page that holds it, or a sentence with the sessions that it is about. */
export function drawFact(sources: Sources, question: string, fact: Fact, reader: Reader): Page {
  const { library } = sources;
  const shown = factView(library, fact, reader);
  const [only] = shown.sessions;
  if (fact.about === 'session' && fact.talk === undefined && only !== undefined)
    return withQuestion(
      drawSession(sources, only, { page: 'session', session: only.id, part: 1 }, reader),
      question,
    );
  if (fact.about === 'list' && fact.only === undefined && fact.talks === undefined)
    return withQuestion(drawIndex(sources, { page: 'index', part: 1 }, reader), question);
  const strings = stringsFor(reader.locale);
  const one = shown.sessions.length === 1 ? only : undefined;
  const listed =
    (shown.sessions.length < 2 && shown.talks.length === 0) || OF_EVENT.has(fact.about)
      ? ''
      : shown.sessions
          .slice(0, NAMED)
          .flatMap((session) => [
            `- ${escapeCut(sessionName(session, postFor(session, reader), reader), 120, cutLabel)}`,
            ...talkNames(library, session, shown.talks, reader).map(
              (name) => `  - ${escapeCut(name, 100, cutLabel)}`,
            ),
          ])
          .join('\n');
  const again =
    shown.turn === undefined
      ? undefined
      : questionRoute('answer', strings.facts.anotherQuestion(shown.turn + 2));
  const more: readonly (Button | undefined | false)[] = [
    one !== undefined && {
      kind: 'open',
      label: strings.button.toSession,
      route: openSession(one),
      primary: true,
    },
    again !== undefined && { kind: 'open', label: strings.facts.another, route: again },
    { kind: 'open', label: strings.button.allSessions, route: { page: 'index', part: 1 } },
    ...shown.links.slice(0, LINKS).map(({ url }) => link(strings.facts.open, url)),
  ];
  const about = one === undefined ? undefined : postFor(one, reader);
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: questionLine(question),
        ...(one === undefined || about === undefined
          ? {}
          : { title: escapeCut(sessionName(one, about, reader), LIMITS.title, cutLabel) }),
        description: [
          escapeCut(shown.text, 1_500),
          fact.about === 'recommend' && about !== undefined
            ? `${escapeCut(about.summary, 600)}\n\n-# ${strings.facts.whyRecommended}`
            : '',
          ...shown.told.map((passage) => drawTold(sources, passage, reader)),
          listed,
        ]
          .filter((text) => text !== '')
          .join('\n\n'),
      },
    ],
    rows: [
      {
        kind: 'menu',
        placeholder: strings.menu.sessions,
        entries:
          one === undefined
            ? shown.sessions.slice(0, LIMITS.options).map((session) => entryOf(session, reader))
            : [],
      },
      buttons(...more),
    ],
  });
}
