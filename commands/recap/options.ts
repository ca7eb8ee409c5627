import { languagesOf } from '#library/find.ts';
import { recapStringsFor } from '#locales/index.ts';
import { LIMITS } from '#pages/message/limits.ts';
import { readTime } from '#recap/time/timeOfDay.ts';
import { everyDay, readDays, weekdays, weekend } from '#recap/time/weekdays.ts';
import { describeZone, findZones, homeZone } from '#recap/time/zones.ts';
import type { Choice, CommandContext, Complete, Option, Request } from '../model.ts';
import { languageOption } from '../options.ts';
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

const completeTime: Complete = (_house, typed): readonly Choice[] => {
  const read = readTime(typed);
  if (read !== undefined) {
    const [hours = '0', minutes = '00'] = read.split(':');
    // 9 may also be nine in the evening.
    const later = Number(hours) < 12 ? [`${Number(hours) + 12}:${minutes}`] : [];
    return [read, ...later].map((value) => ({ label: value, value }));
  }
  const usual = ['09:00', '12:00', '18:00', '08:00', '08:30', '09:30', '10:00', '17:30', '20:00', '21:00'];
  const begun = usual.filter((value) => value.startsWith(typed.trim()));
  return (begun.length > 0 ? begun : usual).map((value) => ({ label: value, value }));
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

/** What a recap tells each day. */
export const unitOption = {
  type: 'string',
  choices: ['session', 'topic'],
} as const satisfies Option;

/** All settings of a recap; omitted ones keep their value, or get the default of the place. */
export const subscribeOptions = {
  channel: channelOption,
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
  unit: unitOption,
  language: languageOption,
  mention: {
    type: 'role',
  },
  thread: {
    type: 'boolean',
  },
  repeat: {
    type: 'string',
    choices: ['again', 'stop'],
  },
} as const satisfies Readonly<Record<string, Option>>;
