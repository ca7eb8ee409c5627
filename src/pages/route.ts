import type { Language } from '#library/model.ts';
import { abbreviate, ID } from './ids.ts';

/** The address of a page. `part` counts from 1: pages of a text, or of a menu. */
export type Route =
  /**
   * `groups`: the sessions that are of each of these events, years, tags and speakers; see `groups.ts`. At most four.
   */
  (
    | { readonly page: 'index'; readonly groups?: readonly string[]; readonly part: number }
    | { readonly page: 'session'; readonly session: string; readonly part: number }
    | { readonly page: 'section'; readonly session: string; readonly section: string; readonly part: number }
    | { readonly page: 'topic'; readonly topic: string; readonly part: number }
    | { readonly page: 'speaker'; readonly speaker: string; readonly part: number }
    /** The answer to a question that fits into a route: see `questionRoute`. */
    | { readonly page: 'answer'; readonly question: string }
    /** The sections related to a message, likewise. */
    | { readonly page: 'found'; readonly question: string }
    | { readonly page: 'help' }
  ) & {
    /** A language that the reader chose; without it the reader's locale decides. */
    readonly language?: Language;
    /** Key of the delivery whose message carries the control (`?r=`), by which its message is found again. */
    readonly recap?: string;
  };

/**
 * The action of a button or a menu entry: opens a page, shares it in the channel, sends it to the person who presses,
 * or marks an answer.
 */
export type Control = {
  readonly kind: 'open' | 'share' | 'save' | 'right' | 'wrong';
  readonly route: Route;
};

/** What stands before the route of a control, by its action: at most one character. */
const MARKS = { open: '', share: '!', save: '+', right: '=', wrong: '~' } as const satisfies Readonly<
  Record<Control['kind'], string>
>;

/** The action that is marked so. */
const kindOf = (mark: string): Control['kind'] =>
  (Object.keys(MARKS) as readonly Control['kind'][]).find((kind) => MARKS[kind] === mark) ?? 'open';

/** Longest encoded route: a custom_id has 100, of which one is for its action and three for `#nn`. */
const ROUTE_LENGTH = 96;
/** Longest written question: leaves room for a language and a delivery's key. */
const QUESTION_LENGTH = 54;
const LAST_PART = 9_999;
const LANGUAGE = /^[a-z]{2,8}$/;
const RECAP = /^[A-Za-z0-9_-]{1,25}$/;

/** Normalizes a question: no control characters, single spaces, well-formed UTF-16. */
const tidy = (question: string): string =>
  question
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** Escapes only characters with a meaning in routes, so that Hangul takes one character instead of nine. */
const writeText = (text: string): string => text.replace(/[%?#/&!]/g, encodeURIComponent);

const readText = (written: string): string | undefined => {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
};

/** The route of a question; undefined where the question is too long. */
export function questionRoute(page: 'answer' | 'found', question: string): Route | undefined {
  const text = tidy(question);
  return text !== '' && writeText(text).length <= QUESTION_LENGTH ? { page, question: text } : undefined;
}

/** The route of a question; of a long one, of its beginning. Undefined where it says nothing. */
export function shortQuestionRoute(question: string): Route | undefined {
  const text = tidy(question);
  const short = text.slice(0, QUESTION_LENGTH - '…'.length).replace(/\s\S*$/u, '');
  return (
    questionRoute('answer', text) ??
    questionRoute('answer', `${short}…`) ??
    questionRoute('answer', short.replace(/[%?#/&!]/g, ' '))
  );
}

/** Most groups that one index is narrowed by. */
export const MOST_GROUPS = 4;

/** `/i/e-harbor-day/t-kafka`: the room is shared, and what a short id leaves is the others'. */
function groupsPath(groups: readonly string[], room: number): string {
  let left = room - '/i'.length;
  const shown = groups.slice(0, MOST_GROUPS);
  const order = shown.toSorted((one, other) => one.length - other.length);
  const fitted = new Map(
    order.map((id, at) => {
      const short = abbreviate(id, Math.floor(left / (order.length - at)) - 1);
      left -= short.length + 1;
      return [id, short] as const;
    }),
  );
  return shown.length === 0 ? '/' : `/i/${shown.map((id) => fitted.get(id) ?? id).join('/')}`;
}

/** One line a page: encodes its path in at most `room` characters. */
function pathOf(route: Route, room: number): string {
  switch (route.page) {
    case 'index':
      return groupsPath(route.groups ?? [], room);
    case 'session':
      return `/s/${abbreviate(route.session, room - 3)}`;
    case 'section': {
      const forBoth = room - 4;
      const section = abbreviate(route.section, Math.max(forBoth >> 1, forBoth - route.session.length));
      return `/s/${abbreviate(route.session, forBoth - section.length)}/${section}`;
    }
    case 'topic':
      return `/t/${abbreviate(route.topic, room - 3)}`;
    case 'speaker':
      return `/p/${abbreviate(route.speaker, room - 3)}`;
    case 'answer':
      return `/a/${writeText(tidy(route.question)).slice(0, QUESTION_LENGTH)}`;
    case 'found':
      return `/f/${writeText(tidy(route.question)).slice(0, QUESTION_LENGTH)}`;
    case 'help':
      return '/help';
  }
}

/** One line a page: parses the segments of a path; undefined for an unknown path. */
function routeOf([kind, first, second, ...more]: readonly string[], part: number): Route | undefined {
  if (kind === 'i') {
    const groups = [first, second, ...more].filter((id) => id !== undefined);
    return groups.length > 0 && groups.length <= MOST_GROUPS && groups.every(isId)
      ? { page: 'index', groups, part }
      : undefined;
  }
  if (more.length > 0) return undefined;
  if (kind === '' && first === undefined) return { page: 'index', part };
  if (kind === 'help' && first === undefined) return { page: 'help' };
  if (kind === 's' && isId(first) && second === undefined) return { page: 'session', session: first, part };
  if (kind === 's' && isId(first) && isId(second)) {
    return { page: 'section', session: first, section: second, part };
  }
  if (kind === 't' && isId(first) && second === undefined) return { page: 'topic', topic: first, part };
  if (kind === 'p' && isId(first) && second === undefined) return { page: 'speaker', speaker: first, part };
  if ((kind === 'a' || kind === 'f') && first !== undefined && second === undefined) {
    const question = readText(first);
    return questionRoute(kind === 'a' ? 'answer' : 'found', question ?? '');
  }
  return undefined;
}

const isId = (text: string | undefined): text is string => text !== undefined && ID.test(text);

/**
 * Encodes a route like the path of a URL: `/s/5/bigquery-ml?p=2&l=en`. At most 96 characters: longer ids
 * are abbreviated to a prefix and a hash, which the lookup of sessions, sections, topics and speakers resolves.
 */
export function encodeRoute(route: Route): string {
  const part = 'part' in route ? Math.min(Math.max(1, Math.trunc(route.part) || 1), LAST_PART) : 1;
  // Most routes.
  if (part === 1 && route.language === undefined && route.recap === undefined)
    return pathOf(route, ROUTE_LENGTH);
  const query = [
    ...(part > 1 ? [`p=${part}`] : []),
    ...(route.language !== undefined && LANGUAGE.test(route.language) ? [`l=${route.language}`] : []),
    ...(route.recap !== undefined && RECAP.test(route.recap) ? [`r=${route.recap}`] : []),
  ].join('&');
  const tail = query === '' ? '' : `?${query}`;
  return pathOf(route, ROUTE_LENGTH - tail.length) + tail;
}

/**
 * Encodes the custom_id of a control or the value of a menu entry: a route, preceded by the mark of its action.
 * @param salt 1 to 99: makes the ids of controls to the same page unique in a message; ignored by the parser.
 */
export function encodeControl({ kind, route }: Control, salt?: number): string {
  return `${MARKS[kind]}${encodeRoute(route)}${salt === undefined ? '' : `#${salt}`}`;
}

/** Parses a control; undefined for anything that `encodeControl` does not produce. */
export function readControl(text: string): Control | undefined {
  const match = /^([!+=~]?)(\/[^?#]*)(?:\?([^#]*))?(?:#[1-9]\d?)?$/s.exec(text);
  if (text.length > 100 || match?.[2] === undefined) return undefined;
  const query = new Map((match[3] ?? '').split('&').map((pair) => [pair.slice(0, 2), pair.slice(2)]));
  const route = routeOf(match[2].slice(1).split('/'), Number(query.get('p=') ?? '1'));
  if (route === undefined) return undefined;
  const language = query.get('l=');
  const recap = query.get('r=');
  const control: Control = {
    kind: kindOf(match[1] ?? ''),
    route: {
      ...route,
      ...(language === undefined ? {} : { language }),
      ...(recap === undefined ? {} : { recap }),
    },
  };
  // Rejects forged, reordered or out-of-range texts, because they do not round-trip.
  return encodeControl(control) === text.replace(/#\d+$/, '') ? control : undefined;
}
