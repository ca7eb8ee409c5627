import { memoize } from '#library/compute/memoize.ts';
import { findSpeaker, locateSection } from '#pages/lookup.ts';
import type { Entry } from '#pages/message/compose.ts';
import { cutLabel } from '#pages/message/cut.ts';
import { LIMITS } from '#pages/message/limits.ts';
import { plainLabel } from '#pages/message/plain.ts';
import type { Reader, Sources } from '#pages/model.ts';
import { routeTarget, sectionName, speakerNoun, targetEntry } from '#pages/names.ts';
import { encodeRoute, type Route, readControl } from '#pages/route.ts';
import type { Scope, Suggestion, Target } from '#search/model.ts';
import type { Choice, CommandContext } from '../model.ts';

/** The least confidence of a suggestion that is used without asking back. */
export const CONFIDENT = 0.5;

/** Enough candidates that some remain after filtering by kind. */
export const LONG_LIST = 100;

/** The current sources of pages. */
export const sourcesOf = ({ library, search, mention, guide, feedback }: CommandContext): Sources => ({
  feedback: feedback !== undefined,
  library: library(),
  search,
  mention,
  guide,
});

/** A name in one line, as Discord shows it in a list of choices: suggestions repeat names. */
const tidy = memoize((text) => plainLabel(text).replace(/\s+/g, ' ').trim(), 5_000);

/** The label of a suggestion; it must be parsable, since Discord may send it instead of the value. */
function labelOf(
  context: CommandContext,
  target: Target,
  entry: Entry,
  scope: Scope,
  reader: Reader,
): string | undefined {
  if (target.kind === 'speaker') {
    const speaker = findSpeaker(context.library(), target.speaker);
    return speaker && `${cutLabel(tidy(entry.label), 70)} — ${speakerNoun(speaker, reader)}`;
  }
  if (target.kind !== 'section') return cutLabel(tidy(entry.label), LIMITS.choiceName);
  // Within a session, its name is omitted.
  const section = locateSection(context.library(), target, reader)?.section;
  if (scope.kind === 'section' && section !== undefined) {
    return cutLabel(tidy(sectionName(section, reader)), LIMITS.choiceName);
  }
  return cutLabel(`${cutLabel(tidy(entry.label), 70)} — ${tidy(entry.description ?? '')}`, LIMITS.choiceName);
}

interface Labelled {
  readonly label: string;
  readonly target: Target;
  readonly route: Route;
}

/** Suggestions with unique labels: duplicates are numbered. */
function labelled(
  context: CommandContext,
  suggestions: readonly Suggestion[],
  scope: Scope,
  reader: Reader,
): readonly Labelled[] {
  const used = new Set<string>();
  return suggestions.flatMap(({ target }) => {
    const entry = targetEntry(context.library(), target, reader);
    const plain = entry && labelOf(context, target, entry, scope, reader);
    if (entry === undefined || plain === undefined) return [];
    let label = plain;
    for (let at = 2; used.has(label); at += 1) {
      const suffix = ` (${at})`;
      label = cutLabel(plain, LIMITS.choiceName - suffix.length) + suffix;
    }
    used.add(label);
    return [{ label, target, route: entry.route }];
  });
}

/** Suggestions as Discord's choices: at most 25, unique labels, routes as values. */
export const choicesOf = (
  context: CommandContext,
  suggestions: readonly Suggestion[],
  scope: Scope,
  reader: Reader,
): readonly Choice[] =>
  labelled(context, suggestions.slice(0, LIMITS.choices), scope, reader).map(({ label, route }) => ({
    label,
    value: encodeRoute(route),
  }));

/** Completes a text, as Discord's choices. */
export const choicesFor = (
  context: CommandContext,
  typed: string,
  scope: Scope,
  reader: Reader,
): readonly Choice[] =>
  choicesOf(context, context.search.complete(typed, scope, LIMITS.choices), scope, reader);

/** The route of an autocompleted value; undefined for free text. */
export const routeOf = (typed: string): Route | undefined => readControl(typed.trim())?.route;

/** The typed words; for an autocompleted value, the words of its id. */
export const typedWords = (typed: string): string => {
  const route = routeOf(typed);
  const target = route && routeTarget(route);
  return target === undefined ? typed : idOf(target).replace(/~.*$/, '').replaceAll('-', ' ');
};

/** The id of a target, within its session for a section. */
function idOf(target: Target): string {
  switch (target.kind) {
    case 'section':
      return target.section;
    case 'session':
      return target.session;
    case 'topic':
      return target.topic;
    case 'speaker':
      return target.speaker;
  }
}

/** The target of a text, or the closest suggestions where it is ambiguous. */
export type Resolution<T extends Target = Target> =
  | { readonly kind: 'found'; readonly target: T }
  | { readonly kind: 'miss'; readonly closest: readonly Suggestion[] };

const sameText = (one: string, other: string): boolean => {
  const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  return tidy(one) === tidy(other);
};

/** True where the text is the label of a target's suggestion. */
export const isLabelOf = (
  context: CommandContext,
  typed: string,
  target: Target,
  scope: Scope,
  reader: Reader,
): boolean => {
  const entry = targetEntry(context.library(), target, reader);
  const label = entry && labelOf(context, target, entry, scope, reader);
  return label !== undefined && sameText(label, typed);
};

/** As good as equal. */
const CLOSE = 0.02;

/** True for two speakers who are meant as surely: a given name alone, or a family name that no speaker has. */
const areNamesakes = (best: Suggestion, rival: Suggestion | undefined): boolean =>
  best.target.kind === 'speaker' &&
  rival?.target.kind === 'speaker' &&
  best.confidence - rival.confidence < CLOSE;

/**
 * Resolves free text: the label of a suggestion, else the best match if its confidence suffices and no other speaker is called as much.
 * @param wanted filters suggestions by kind.
 */
export function resolveTyped<T extends Target>(
  context: CommandContext,
  typed: string,
  scope: Scope,
  reader: Reader,
  wanted: (target: Target) => target is T,
): Resolution<T> {
  const suggest = (text: string) =>
    context.search
      .complete(text, scope, LONG_LIST)
      .filter((suggestion): suggestion is Suggestion & { target: T } => wanted(suggestion.target));
  const suggestions = suggest(typed);
  // The label of a section ends with a dash and its place: only the name is searched.
  const [name = '', where] = typed.split(' — ');
  const candidates = where === undefined ? suggestions : [...suggest(name), ...suggestions];
  const meant = candidates.find(({ target }) => isLabelOf(context, typed, target, scope, reader));
  if (meant !== undefined) return { kind: 'found', target: meant.target };
  const [best, rival] = suggestions;
  if (best !== undefined && best.confidence >= CONFIDENT && best.guess !== true && !areNamesakes(best, rival))
    return { kind: 'found', target: best.target };
  return { kind: 'miss', closest: suggestions };
}
