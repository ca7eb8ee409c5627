import { cutLabel } from '#pages/cut.ts';
import { LIMITS } from '#pages/limits.ts';
import { locateSection } from '#pages/lookup.ts';
import type { Reader, Sources } from '#pages/model.ts';
import { sectionName, targetEntry } from '#pages/names.ts';
import { encodeRoute, type Route, readControl } from '#pages/route.ts';
import type { Scope, Suggestion, Target } from '#search/model.ts';
import type { Choice, CommandContext } from './model.ts';

/** From here on a suggestion is taken for what was meant. */
export const CONFIDENT = 0.5;

/** Enough that some are left when one kind is picked out of a list of all kinds. */
export const LONG_LIST = 100;

/** What pages are drawn from, as it is now. */
export const sourcesOf = ({ library, search, mention }: CommandContext): Sources => ({
  library: library(),
  search,
  mention,
});

/** How a suggestion is shown; the same text must lead back to it, since Discord may send it in place of its value. */
function labelOf(context: CommandContext, target: Target, scope: Scope, reader: Reader): string | undefined {
  const entry = targetEntry(context.library(), target, reader);
  if (entry === undefined) return undefined;
  const tidy = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  if (target.kind !== 'section') return cutLabel(tidy(entry.label), LIMITS.choiceName);
  // Within a session its name goes without saying.
  const section = locateSection(context.library(), target, reader)?.section;
  if (scope.kind === 'section' && section !== undefined) {
    return cutLabel(tidy(sectionName(section, reader)), LIMITS.choiceName);
  }
  return cutLabel(`${cutLabel(tidy(entry.label), 70)} — ${tidy(entry.description)}`, LIMITS.choiceName);
}

interface Labelled {
  readonly label: string;
  readonly target: Target;
  readonly route: Route;
}

/** Suggestions with labels that differ: of two that are alike, the second is numbered. */
function labelled(
  context: CommandContext,
  suggestions: readonly Suggestion[],
  scope: Scope,
  reader: Reader,
): readonly Labelled[] {
  const used = new Set<string>();
  return suggestions.flatMap(({ target }) => {
    const plain = labelOf(context, target, scope, reader);
    const route = targetEntry(context.library(), target, reader)?.route;
    if (plain === undefined || route === undefined) return [];
    let label = plain;
    for (let at = 2; used.has(label); at += 1) {
      const suffix = ` (${at})`;
      label = cutLabel(plain, LIMITS.choiceName - suffix.length) + suffix;
    }
    used.add(label);
    return [{ label, target, route }];
  });
}

/** Suggestions as Discord's choices: at most 25, labels all different, values routes. */
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

/** What completes a text, as Discord's choices. */
export const choicesFor = (
  context: CommandContext,
  typed: string,
  scope: Scope,
  reader: Reader,
): readonly Choice[] =>
  choicesOf(context, context.search.complete(typed, scope, LIMITS.choices), scope, reader);

/** The route that an autocompleted value is; undefined for text of one's own. */
export const routeOf = (typed: string): Route | undefined => readControl(typed.trim())?.route;

/** What was typed, as a person would say it: an autocompleted value is the words of the id in it. */
export const typedWords = (typed: string): string => {
  const route = routeOf(typed);
  const id =
    route?.page === 'section'
      ? route.section
      : route?.page === 'session'
        ? route.session
        : route?.page === 'topic'
          ? route.topic
          : undefined;
  return id === undefined ? typed : id.replace(/~.*$/, '').replaceAll('-', ' ');
};

/** What somebody meant, or the closest suggestions where that is not clear. */
export type Resolution<T extends Target = Target> =
  | { readonly kind: 'found'; readonly target: T }
  | { readonly kind: 'miss'; readonly closest: readonly Suggestion[] };

const sameText = (one: string, other: string): boolean => {
  const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  return tidy(one) === tidy(other);
};

/** True where the text is what a target's suggestion is labelled with. */
export const isLabelOf = (
  context: CommandContext,
  typed: string,
  target: Target,
  scope: Scope,
  reader: Reader,
): boolean => {
  const label = labelOf(context, target, scope, reader);
  return label !== undefined && sameText(label, typed);
};

/**
 * What a text means that was typed by hand: a suggestion's label, else the best match where the search is sure of it.
 * @param wanted keeps suggestions of the kinds that can be meant.
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
  // A label of a section says behind a dash where it stands: its name alone finds it.
  const [name = '', where] = typed.split(' — ');
  const candidates = where === undefined ? suggestions : [...suggest(name), ...suggestions];
  const meant = candidates.find(({ target }) => isLabelOf(context, typed, target, scope, reader));
  if (meant !== undefined) return { kind: 'found', target: meant.target };
  const [best] = suggestions;
  if (best !== undefined && best.confidence >= CONFIDENT) return { kind: 'found', target: best.target };
  return { kind: 'miss', closest: suggestions };
}
