import type { DayWords, NumberWords, TimeWords } from '../model/typed.ts';

export const times: TimeWords = {
  am: ['午前', '朝', '早朝', '未明', '深夜'],
  pm: ['午後', '昼', '夕方'],
  night: ['夜', '晩'],
  noon: ['正午'],
  midnight: ['真夜中', '零時'],
  hour: ['時'],
  minute: ['分'],
  half: ['半'],
};

export const days: DayWords = {
  names: ['月', '火', '水', '木', '金', '土', '日'],
  endings: ['曜日', '曜'],
  everyDay: ['毎日'],
  weekdays: ['平日'],
  weekend: ['週末', '土日'],
  and: ['と'],
  to: ['から'],
  until: ['まで'],
};

export const sessionNumber: NumberWords = {
  before: ['セッション', '第'],
  behind: ['番', '番目', '回', '回目'],
};
