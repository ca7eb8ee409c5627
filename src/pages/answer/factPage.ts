import type { Library, Session } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import type { Fact } from '#search/model.ts';
import { drawIndex } from '../index/indexPage.ts';
import { postFor } from '../lookup.ts';
import { ACCENT, type Button, buttons, compose, type Entry, link } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut } from '../message/escape.ts';
import { LIMITS } from '../message/limits.ts';
import type { Page, Reader, Sources } from '../model.ts';
import { sessionName, shortSummary } from '../names.ts';
import { questionRoute, type Route } from '../route.ts';
import { drawSession } from '../session/sessionPage.ts';
import { type FactView, factView, talkNames } from './factView.ts';
import { questionLine } from './questionLine.ts';
import { drawPlaces, drawToldFact, placeEntries, placesOf } from './toldFact.ts';

/** Sessions that are named in the text; a menu holds more. */
const NAMED = 10;
/** Facts below which the sessions that they are about are listed: others name them, or are about all. */
const LISTED: ReadonlySet<Fact['about']> = new Set<Fact['about']>(['list', 'count', 'which', 'event', 'bot']);
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

/** A session in a list, with the talks that its post tells of; of one alone these suffice. */
function listedOf(
  library: Library,
  session: Session,
  { sessions, talks }: FactView,
  reader: Reader,
): readonly string[] {
  const isAlone = sessions.length === 1;
  const names = talkNames(library, session, talks, reader).map(
    (name) => `${isAlone ? '' : '  '}- ${escapeCut(name, 100, cutLabel)}`,
  );
  return isAlone
    ? names
    : [`- ${escapeCut(sessionName(session, postFor(session, reader), reader), 120, cutLabel)}`, ...names];
}

/** A sentence that begins with what stands above it as a title, without that. */
function withoutName(text: string, name: string): string {
  if (name === '' || !text.startsWith(`${name}: `)) return text;
  const rest = text.slice(name.length + 2);
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

/** True where a passage says all: a talk's own is told by its heading too. */
const isToldAlone = ({ about }: Fact, { text }: FactView): boolean => text === '' || about === 'session';

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
  const places = placesOf(sources, shown.told, reader);
  const [told, another] = places;
  if (
    told?.place !== undefined &&
    another === undefined &&
    !LISTED.has(fact.about) &&
    isToldAlone(fact, shown)
  )
    return drawToldFact({ passage: told.passage, place: told.place }, question, reader);
  const listed =
    (shown.sessions.length < 2 && shown.talks.length === 0) || !LISTED.has(fact.about)
      ? ''
      : shown.sessions
          .slice(0, NAMED)
          .flatMap((session) => listedOf(library, session, shown, reader))
          .join('\n');
  const isOfPlaces = places.length > 0 && !LISTED.has(fact.about);
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
  const name = one === undefined || about === undefined ? '' : sessionName(one, about, reader);
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: questionLine(question),
        ...(name === '' ? {} : { title: escapeCut(name, LIMITS.title, cutLabel) }),
        description: [
          escapeCut(withoutName(shown.text, name), 1_500),
          fact.about === 'recommend' && about !== undefined
            ? `${escapeCut(about.summary, 600)}\n\n-# ${strings.facts.whyRecommended}`
            : '',
          drawPlaces(places, reader),
          listed,
        ]
          .filter((text) => text !== '')
          .join('\n\n'),
      },
    ],
    rows: [
      {
        kind: 'menu',
        placeholder: isOfPlaces ? strings.menu.sections : strings.menu.sessions,
        entries: isOfPlaces
          ? placeEntries(places, reader)
          : one === undefined
            ? shown.sessions.slice(0, LIMITS.options).map((session) => entryOf(session, reader))
            : [],
      },
      buttons(...more),
    ],
  });
}
