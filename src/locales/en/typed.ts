import type { DayWords, NumberWords, TimeWords } from '../model/typed.ts';

export const times: TimeWords = {
  am: ['am'],
  pm: ['pm'],
  night: [],
  noon: ['noon'],
  midnight: ['midnight'],
  hour: ["o'clock", 'o’clock'],
  minute: [],
  half: [],
};

export const days: DayWords = {
  names: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  endings: ['s', '.'],
  everyDay: ['every day', 'everyday', 'daily', 'all'],
  weekdays: ['weekdays', 'weekday', 'workdays'],
  weekend: ['weekends', 'weekend'],
  and: ['and'],
  to: ['to', 'through'],
  until: [],
};

export const sessionNumber: NumberWords = {
  before: ['session', 'no.', 'no'],
  behind: [],
};
