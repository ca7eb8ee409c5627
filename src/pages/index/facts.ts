import type { Session } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { formatDate } from '../locale.ts';
import { postFor } from '../lookup.ts';
import type { Reader } from '../model.ts';

/** The span of time of sessions, such as `3 May 2019 – 2 June 2024`. Empty for sessions without dates. */
export function spanOf(sessions: readonly Session[], reader: Reader): string {
  const dates = sessions
    .map((session) => postFor(session, reader).date)
    .filter((date) => date !== undefined)
    .sort();
  return [...new Set([formatDate(dates[0], reader.locale), formatDate(dates.at(-1), reader.locale)])]
    .filter((date) => date !== undefined)
    .join(' – ');
}

/** `3 May 2019 – 2 June 2024 · 120 sessions`. Plain. */
export const factsOf = (sessions: readonly Session[], reader: Reader): string =>
  [spanOf(sessions, reader), stringsFor(reader.locale).sessionCount(sessions.length)]
    .filter((text) => text !== '')
    .join(' · ');
