import type { DayWords, NumberWords, TimeWords } from '../model/typed.ts';

export const times: TimeWords = {
  am: ['오전', '새벽', '아침'],
  pm: ['오후', '낮', '저녁'],
  night: ['밤'],
  noon: ['정오'],
  midnight: ['자정'],
  hour: ['시'],
  minute: ['분'],
  half: ['반'],
};

export const days: DayWords = {
  names: ['월', '화', '수', '목', '금', '토', '일'],
  endings: ['요일'],
  everyDay: ['매일'],
  weekdays: ['평일', '주중'],
  weekend: ['주말'],
  and: ['와', '과'],
  to: ['부터', '에서'],
  until: ['까지'],
};

export const sessionNumber: NumberWords = {
  before: ['세션', '제'],
  behind: ['번', '번째', '회', '강'],
};
