import type { RecapSettings } from '#store/model.ts';
import { DEFAULT_SETTINGS } from '#store/settings.ts';

/** The settings of a recap at 09:00 UTC every day, but for what a test wants otherwise. */
export const daily = (more: Partial<RecapSettings> = {}): RecapSettings => ({
  ...DEFAULT_SETTINGS,
  language: 'ko',
  ...more,
});
