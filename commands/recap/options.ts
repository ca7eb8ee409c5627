import { languagesOf } from '#library/find.ts';
import { LIMITS } from '#pages/limits.ts';
import { recapStringsFor } from '#pages/strings/recap.ts';
import { readTime } from '#recap/timeOfDay.ts';
import { everyDay, readDays, weekdays, weekend } from '#recap/weekdays.ts';
import { describeZone, findZones, homeZone } from '#recap/zones.ts';
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

/** The channel of a new recap. */
export const channelOption = {
  type: 'channel',
  ko: '채널',
  description: { ko: '리캡을 올릴 채널 (기본: 여기)', en: 'Where the recap goes (default: here)' },
  channelTypes: recapChannelTypes,
} as const satisfies Option;

/** Selects a recap by its channel. */
export const whichChannelOption = {
  ...channelOption,
  description: { ko: '어느 채널의 리캡인지 (기본: 여기)', en: 'The channel of the recap (default: here)' },
} as const satisfies Option;

/** The unit of a recap. */
export const unitOption = {
  type: 'string',
  ko: '단위',
  description: { ko: '하루에 하나씩 소개할 것', en: 'What one day tells' },
  choices: [
    { name: { ko: '세션', en: 'session' }, value: 'session' },
    { name: { ko: '주제', en: 'topic' }, value: 'topic' },
  ],
} as const satisfies Option;

/** All settings of a recap; omitted ones keep their value, or get the default of the place. */
export const subscribeOptions = {
  channel: channelOption,
  time: {
    type: 'string',
    ko: '시각',
    description: {
      ko: '올릴 시각, 예: 오전 9시 (기본: 09:00)',
      en: 'Time of day, such as 9am (default: 09:00)',
    },
    complete: completeTime,
    maxLength: 30,
  },
  timezone: {
    type: 'string',
    ko: '시간대',
    description: { ko: '도시 이름, 예: 서울', en: 'Time zone, by its city' },
    complete: completeZone,
    maxLength: 100,
  },
  days: {
    type: 'string',
    ko: '요일',
    description: {
      ko: '매일, 평일, 주말, 월,목 (기본: 매일)',
      en: 'Every day, weekdays, mon,thu (default: every day)',
    },
    complete: completeDays,
    maxLength: 100,
  },
  unit: unitOption,
  language: languageOption,
  mention: {
    type: 'role',
    ko: '알림',
    description: { ko: '리캡이 올라올 때 알릴 역할', en: 'A role that each recap mentions' },
  },
  thread: {
    type: 'boolean',
    ko: '스레드',
    description: {
      ko: '리캡마다 이야기할 스레드를 엽니다',
      en: 'Open a thread for discussion under each recap',
    },
  },
  repeat: {
    type: 'string',
    ko: '반복',
    description: {
      ko: '모두 소개한 뒤에 할 일 (기본: 처음부터 다시)',
      en: 'When all is told (default: start again)',
    },
    choices: [
      { name: { ko: '처음부터 다시', en: 'start again' }, value: 'again' },
      { name: { ko: '멈춤', en: 'stop' }, value: 'stop' },
    ],
  },
} as const satisfies Readonly<Record<string, Option>>;
