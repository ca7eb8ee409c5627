import { runAtOnce } from '#library/compute/slicedWork.ts';
import type { Library, Session } from '#library/model.ts';
import { fold } from '#library/text/slug.ts';
import { stringsFor } from '#locales/index.ts';
import {
  findGroup,
  type Group,
  type GroupKind,
  groupName,
  groupsOf,
  sessionsIn,
  sharesOf,
} from '#pages/index/groups.ts';
import type { Entry } from '#pages/message/compose.ts';
import { cutLabel } from '#pages/message/cut.ts';
import { LIMITS } from '#pages/message/limits.ts';
import type { Reader } from '#pages/model.ts';
import { encodeRoute, type Route } from '#pages/route.ts';
import { type NameList, nameList } from '#search/index/nameList.ts';
import type { Choice, CommandContext, Complete } from '../model.ts';
import { CONFIDENT, LONG_LIST, routeOf } from './suggest.ts';

/** The options by which `/session` narrows the index, in the order in which a title names them. */
const FILTERS = ['event', 'year', 'tag', 'speaker'] as const satisfies readonly GroupKind[];

/** The typed value of each filter. */
export type Filters = Readonly<Partial<Record<GroupKind, string | undefined>>>;

/** The groups that were meant, or the first filter that fits none. */
export type FilterResult =
  | { readonly kind: 'found'; readonly groups: readonly Group[] }
  | {
      readonly kind: 'miss';
      readonly filter: GroupKind;
      readonly typed: string;
      readonly closest: readonly Entry[];
    };

/** Every name of a group: an event is called differently in each language. */
function namesOf({ kind, value, sessions }: Group): readonly string[] {
  if (value === undefined) return [];
  const events = kind === 'event' ? sessions.flatMap(({ posts }) => posts.map(({ event }) => event)) : [];
  return [...new Set([value, ...events.filter((event) => event !== undefined)])];
}

const lists = new WeakMap<Library, Map<GroupKind, NameList>>();

/** The names of all groups of a kind; made once for each library, within milliseconds for hundreds of them. */
function listOf(library: Library, kind: GroupKind): NameList {
  const known = lists.get(library) ?? new Map<GroupKind, NameList>();
  lists.set(library, known);
  const made =
    known.get(kind) ??
    runAtOnce(
      nameList(groupsOf(library)[kind].map((group) => namesOf(group).map((text) => ({ text, weight: 1 })))),
    );
  known.set(kind, made);
  return made;
}

/** Groups that fit the typed text, best first, each with its confidence. */
function groupsLike(
  context: CommandContext,
  kind: GroupKind,
  typed: string,
): readonly { readonly group: Group; readonly confidence: number }[] {
  const library = context.library();
  const all = groupsOf(library)[kind];
  if (kind === 'speaker') {
    return context.search
      .complete(typed, { kind: 'speaker' }, LONG_LIST)
      .flatMap(({ target, confidence }) => {
        const group = target.kind === 'speaker' ? findGroup(library, `p-${target.speaker}`) : undefined;
        return group === undefined ? [] : [{ group, confidence }];
      });
  }
  const text =
    kind === 'tag' ? typed.replace(/^\s*#+/u, '') : kind === 'year' ? typed.replace(/\D+/gu, '') : typed;
  const exact = all.filter((group) =>
    namesOf(group).some((name) => fold(name) === fold(text) && fold(text) !== ''),
  );
  const near = listOf(library, kind)
    .near(text, LONG_LIST)
    .flatMap(({ at, confidence }) => {
      const group = all[at];
      return group === undefined || exact.includes(group) ? [] : [{ group, confidence }];
    });
  return [...exact.map((group) => ({ group, confidence: 1 })), ...near];
}

/** The label of a completed group; Discord may send it in place of the value. */
const labelOf = (group: Group, count: number, reader: Reader): string =>
  `${cutLabel(groupName(group, reader).replace(/\s+/gu, ' '), 70)} · ${stringsFor(reader.locale).sessionCount(count)}`;

/** The group that a completed value or a typed text means. */
function meantGroup(
  context: CommandContext,
  kind: GroupKind,
  typed: string,
): Group | { readonly closest: readonly Group[] } {
  const route = routeOf(typed);
  const ids =
    route?.page === 'index' ? (route.groups ?? []) : route?.page === 'speaker' ? [`p-${route.speaker}`] : [];
  const known = ids.map((id) => findGroup(context.library(), id)).find((group) => group?.kind === kind);
  if (known !== undefined) return known;
  // Behind the last dot of a label stands a number of sessions.
  const name = /^(.+) · [^·]*\d[^·]*$/u.exec(typed)?.[1];
  const like = groupsLike(context, kind, typed);
  const named = name === undefined ? [] : groupsLike(context, kind, name);
  const [best] = [...named.filter(({ confidence }) => confidence >= CONFIDENT), ...like];
  if (best !== undefined && best.confidence >= CONFIDENT) return best.group;
  const closest = like.length > 0 ? like.map(({ group }) => group) : groupsOf(context.library())[kind];
  return { closest: closest.filter(({ value }) => value !== undefined) };
}

const entryOf = (group: Group, reader: Reader): Entry => ({
  label: groupName(group, reader),
  description: stringsFor(reader.locale).sessionCount(group.sessions.length),
  route: { page: 'index', groups: [group.id], part: 1 },
});

const filled = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** Finds the groups that the filters mean. */
export function narrow(context: CommandContext, filters: Filters, reader: Reader): FilterResult {
  const groups: Group[] = [];
  for (const kind of FILTERS) {
    const typed = filters[kind];
    if (!filled(typed)) continue;
    const meant = meantGroup(context, kind, typed);
    if ('closest' in meant) {
      return {
        kind: 'miss',
        filter: kind,
        typed,
        closest: meant.closest.slice(0, LIMITS.options).map((group) => entryOf(group, reader)),
      };
    }
    groups.push(meant);
  }
  return { kind: 'found', groups };
}

/** The sessions that the filters leave; undefined without any filter that fits. */
export function narrowedSessions(
  context: CommandContext,
  filters: Filters,
  except?: GroupKind,
): readonly Session[] | undefined {
  const groups = FILTERS.flatMap((kind) => {
    const typed = filters[kind];
    if (kind === except || !filled(typed)) return [];
    const meant = meantGroup(context, kind, typed);
    return 'closest' in meant ? [] : [meant];
  });
  return groups.length === 0 ? undefined : sessionsIn(context.library(), groups);
}

/** The route of what the filters leave: a speaker alone has a page of their own. */
export function narrowedRoute(groups: readonly Group[]): Route {
  const [only, ...others] = groups;
  if (only?.speaker !== undefined && others.length === 0)
    return { page: 'speaker', speaker: only.speaker.id, part: 1 };
  return { page: 'index', part: 1, ...(groups.length === 0 ? {} : { groups: groups.map(({ id }) => id) }) };
}

/** Completes a filter: what is left by the other ones, with the number of sessions. */
export const completeFilter =
  (kind: GroupKind): Complete =>
  (context, typed, others, reader): readonly Choice[] => {
    const library = context.library();
    const wanted = filled(typed)
      ? groupsLike(context, kind, typed).map(({ group }) => group)
      : groupsOf(library)[kind].filter(({ value }) => value !== undefined);
    const among = narrowedSessions(context, others, kind);
    const shares =
      among === undefined
        ? wanted.map((group) => ({ group, count: group.sessions.length }))
        : sharesOf(wanted, among);
    return shares.slice(0, LIMITS.choices).map(({ group, count }) => ({
      label: labelOf(group, count, reader),
      value: encodeRoute({ page: 'index', groups: [group.id], part: 1 }),
    }));
  };
