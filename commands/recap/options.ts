import { languagesOf } from '#library/find.ts';
import { recapStringsFor } from '#locales/index.ts';
import { cutLabel } from '#pages/message/cut.ts';
import { LIMITS } from '#pages/message/limits.ts';
import { findFilters, foldName, nameIn } from '#recap/filter.ts';
import { readTime } from '#recap/time/timeOfDay.ts';
import { everyDay, readDays, weekdays, weekend } from '#recap/time/weekdays.ts';
import { describeZone, findZones, homeZone } from '#recap/time/zones.ts';
import { RECAP_KINDS } from '#store/model.ts';
import { writeFilter } from '#store/settings.ts';
import type { Choice, CommandContext, Complete, Option, Request } from '../model.ts';
import { languageOption } from '../options/common.ts';
import { recapChannelTypes } from './access.ts';

/** The default time zone. */
export function defaultZone({ defaults }: CommandContext, { place, discordLocale }: Request): string {
  const locale = place.kind === 'guild' ? place.guildLocale : discordLocale;
  return homeZone(locale) ?? defaults.timeZone;
}

/** The default language: the person's own if there are posts in it. */
export function defaultLanguage({ library, defaults }: CommandContext, wanted: string): string {
  const languages = languagesOf(library());
  return languages.find((language) => language === wanted) ?? languages[0] ?? defaults.locale;
}

const completeTime: Complete = (_house, typed, { what }, { locale }): readonly Choice[] => {
  const read = readTime(typed);
  if (read !== undefined) {
    const [hours = '0', minutes = '00'] = read.split(':');
    // 9 may also be nine in the evening.
    const later = Number(hours) < 12 ? [`${Number(hours) + 12}:${minutes}`] : [];
    return [read, ...later].map((value) => ({ label: value, value }));
  }
  const usual = ['09:00', '12:00', '18:00', '08:00', '08:30', '09:30', '10:00', '17:30', '20:00', '21:00'];
  const begun = usual.filter((value) => value.startsWith(typed.trim()));
  const times = (begun.length > 0 ? begun : usual).map((value) => ({ label: value, value }));
  const { now } = recapStringsFor(locale).typed;
  return what === 'new' && typed.trim() === '' ? [{ label: now, value: now }, ...times] : times;
};

const completeZone: Complete = (context, typed, _others, { locale }, request): readonly Choice[] => {
  const label = (id: string): Choice => ({ label: describeZone(id, locale, request.at), value: id });
  const found = findZones(typed, LIMITS.choices).map(({ id }) => id);
  if (typed.trim() !== '') return found.map(label);
  const usual = defaultZone(context, request);
  return [usual, ...found.filter((id) => id !== usual)].slice(0, LIMITS.choices).map(label);
};

const completeDays: Complete = (_house, typed, _others, { locale }): readonly Choice[] => {
  const { days } = recapStringsFor(locale);
  const read = readDays(typed);
  const sets = [everyDay, weekdays, weekend, [1, 4], [1, 3, 5], [2, 4]];
  const all = read === undefined ? sets : [read, ...sets.filter((set) => set.join() !== read.join())];
  return all.map((set) => ({ label: days(set), value: days(set) }));
};

/** Where a new recap goes, or which one is meant. */
export const channelOption = {
  type: 'channel',
  channelTypes: recapChannelTypes,
} as const satisfies Option;

/** What a recap tells. */
export const whatOption = {
  type: 'string',
  choices: RECAP_KINDS,
} as const satisfies Option;

/** What today's recap tells. */
export const unitOption = {
  type: 'string',
  choices: ['session', 'topic'],
} as const satisfies Option;

const completeFilter: Complete = (context, typed, _others, reader): readonly Choice[] => {
  const library = context.library();
  const { filterKind, filterCount, everything } = recapStringsFor(reader.locale);
  const languages = [reader.language, reader.locale];
  const found = findFilters(library, typed, LIMITS.choices).map((choice) => {
    const { filter, sessions } = choice;
    const label = `${filterKind[filter.kind]}: ${nameIn(choice, languages)} (${filterCount(sessions)})`;
    return { label: cutLabel(label, LIMITS.choiceName), value: writeFilter(filter) };
  });
  const all = { label: everything, value: everything };
  return (typed.trim() === '' ? [all, ...found] : found)
    .filter(({ value }) => value.length <= LIMITS.choiceValue)
    .slice(0, LIMITS.choices);
};

/** Tags of the chosen forum, after those that are typed already. */
const lookUpTags: NonNullable<Extract<Option, { type: 'string' }>['lookUp']> = async (
  context,
  typed,
  { channel },
  _reader,
  { place },
): Promise<readonly Choice[]> => {
  if (place.kind !== 'guild' || context.recaps === undefined) return [];
  const forum = await context.recaps.forumTags(channel ?? place.channelId);
  if (forum.kind !== 'tags') return [];
  const before = typed.split(',').map((one) => one.trim());
  const begun = foldName(before.pop() ?? '');
  const chosen = before.map(foldName);
  return forum.tags
    .filter(({ name }) => foldName(name).includes(begun) && !chosen.includes(foldName(name)))
    .map(({ name }) => [...before, name].join(', '))
    .filter((value) => value.length <= LIMITS.choiceValue)
    .slice(0, LIMITS.choices)
    .map((value) => ({ label: value, value }));
};

const completeItems: Complete = (): readonly Choice[] =>
  ['2', '3', '4', '5', '6', '7'].map((value) => ({ label: value, value }));

/** All settings of a recap; omitted ones keep their value, or get the default of the place. */
export const subscribeOptions = {
  channel: channelOption,
  what: whatOption,
  time: {
    type: 'string',
    complete: completeTime,
    maxLength: 30,
  },
  timezone: {
    type: 'string',
    complete: completeZone,
    maxLength: 100,
  },
  days: {
    type: 'string',
    complete: completeDays,
    maxLength: 100,
  },
  items: {
    type: 'string',
    complete: completeItems,
    maxLength: 10,
  },
  filter: {
    type: 'string',
    complete: completeFilter,
    maxLength: 100,
  },
  language: languageOption,
  mention: {
    type: 'role',
  },
  thread: {
    type: 'boolean',
  },
  tags: {
    type: 'string',
    lookUp: lookUpTags,
    maxLength: 100,
  },
  repeat: {
    type: 'string',
    choices: ['again', 'stop'],
  },
} as const satisfies Readonly<Record<string, Option>>;
