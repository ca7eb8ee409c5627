import type { Library } from '#library/model.ts';
import { recapStringsFor } from '#locales/index.ts';
import type { RecapStrings } from '#locales/model/recap.ts';
import { languageName } from '#pages/locale.ts';
import { escapeText } from '#pages/message/escape.ts';
import type { Reader } from '#pages/model.ts';
import type { RecapField } from '#pages/recap/recapViews.ts';
import { filterName } from '#recap/filter.ts';
import { describeZone } from '#recap/time/zones.ts';
import type { Subscription } from '#store/model.ts';
import type { SettingName } from '#store/settings.ts';
import type { subscribeOptions } from './options.ts';

/** What a setting's value is shown with. */
interface ViewContext {
  readonly library: Library;
  readonly reader: Reader;
  readonly strings: RecapStrings;
  /** Names of its tags. */
  readonly tagNames: readonly string[];
}

type Value<K extends SettingName> = Subscription[K];

/** How people choose a setting, and how they see it. */
interface SettingView<K extends SettingName> {
  /** The option of /recap subscribe. */
  readonly option: keyof typeof subscribeOptions;
  /** Its line on the page of a recap; undefined where there is nothing to say. `when`: it stands in `whenOf`. */
  readonly show:
    | 'when'
    | ((value: Value<K>, shown: ViewContext, subscription: Subscription) => RecapField | undefined);
}

const field = (name: string, value: string): RecapField => ({ name, value, inline: true });

/** Every setting of a subscription: one that is missing here is a type error. */
export const SETTING_VIEWS: { readonly [K in SettingName]: SettingView<K> } = {
  time: { option: 'time', show: 'when' },
  atOnce: { option: 'time', show: 'when' },
  timeZone: { option: 'timezone', show: 'when' },
  days: { option: 'days', show: 'when' },
  count: {
    option: 'items',
    show: (count, { strings: { card } }, { what }) =>
      what === 'digest' ? field(card.count, card.items(count)) : undefined,
  },
  filter: {
    option: 'filter',
    show: (filter, { library, reader, strings: { card, filterKind } }) =>
      filter === undefined
        ? undefined
        : field(
            card.filter,
            `${filterKind[filter.kind]} · ${escapeText(filterName(library, filter, [reader.language, reader.locale]))}`,
          ),
  },
  language: {
    option: 'language',
    show: (language, { reader, strings: { card } }) =>
      field(card.language, languageName(language, reader.locale)),
  },
  mentionRoleId: {
    option: 'mention',
    show: (role, { strings: { card } }) =>
      role === undefined ? undefined : field(card.mention, `<@&${role}>`),
  },
  thread: {
    option: 'thread',
    show: (thread, { strings: { card } }) => (thread ? field(card.thread, card.yes) : undefined),
  },
  tags: {
    option: 'tags',
    show: (_tags, { tagNames, strings: { card } }) =>
      tagNames.length === 0
        ? undefined
        : field(card.tags, tagNames.map((name) => escapeText(name, false)).join(', ')),
  },
  repeat: {
    option: 'repeat',
    show: (repeat, { strings }, { what }) =>
      what === 'new' ? undefined : field(strings.card.afterwards, strings.repeat[repeat]),
  },
};

/** The lines about a subscription's settings, those of its times left out. */
export function fieldsOf(
  subscription: Subscription,
  given: Omit<ViewContext, 'strings'>,
): readonly RecapField[] {
  const shown = { ...given, strings: recapStringsFor(given.reader.locale) };
  const lineOf = <K extends SettingName>(name: K): RecapField | undefined => {
    const { show } = SETTING_VIEWS[name];
    return show === 'when' ? undefined : show(subscription[name], shown, subscription);
  };
  return (Object.keys(SETTING_VIEWS) as SettingName[]).flatMap((name) => lineOf(name) ?? []);
}

/** When a recap is posted, one line. */
export function whenOf(subscription: Subscription, reader: Reader, at: Temporal.Instant): string {
  const strings = recapStringsFor(reader.locale);
  const { what, atOnce, time, days, timeZone } = subscription;
  if (what === 'new' && atOnce) return strings.atOnce;
  return `${time} · ${strings.days(days)} · ${describeZone(timeZone, reader.locale, at)}`;
}
