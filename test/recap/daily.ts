import type { RecapSettings } from '#store/model.ts';

/** The settings of a recap at 09:00 UTC every day, but for what a test wants otherwise. */
export const daily = (more: Partial<RecapSettings> = {}): RecapSettings => ({
  time: '09:00',
  timeZone: 'UTC',
  days: [1, 2, 3, 4, 5, 6, 7],
  language: 'ko',
  mentionRoleId: undefined,
  thread: false,
  repeat: 'again',
  ...more,
});
