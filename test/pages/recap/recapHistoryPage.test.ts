import { describe, expect, it } from 'vitest';
import { LOCALES, recapStringsFor } from '#locales/index.ts';
import { drawRecapHistory, recapOutcome } from '#pages/recap/recapHistoryPage.ts';
import type { HistoryView } from '#pages/recap/recapViews.ts';
import { problemsOf } from '../validate.ts';

const due = Temporal.Instant.from('2026-03-02T00:00:00Z');
const message = { channelId: '1100000000000000002', id: '1100000000000000003' };

const row = (more: Partial<HistoryView>): HistoryView => ({
  recap: { guildId: '1100000000000000001', channelId: message.channelId, what: 'session' },
  date: '2026-03-02',
  missedFrom: undefined,
  due,
  settledAt: due,
  state: 'posted',
  reason: undefined,
  code: undefined,
  item: 'BigQuery ML',
  announces: undefined,
  publication: undefined,
  message: undefined,
  ...more,
});

/** One delivery for each end that a recap may have, no two of which are said alike. */
const ENDS: readonly HistoryView[] = [
  row({}),
  row({ message }),
  ...(['wanted', 'published', 'late', 'refused'] as const).map((publication) =>
    row({ message, publication }),
  ),
  row({ state: 'intended' }),
  row({ state: 'intended', reason: 'unavailable' }),
  row({ state: 'intended', reason: 'refused', code: 50_013 }),
  row({ state: 'missed', reason: 'down' }),
  row({ state: 'missed', reason: 'clock' }),
  row({ state: 'missed', reason: 'stopped' }),
  row({ state: 'uncertain', reason: 'unavailable' }),
  ...(['all-told', 'empty', 'filtered', 'gone'] as const).map((reason) => row({ state: 'nothing', reason })),
  row({ state: 'failed', reason: 'unavailable' }),
  row({ state: 'failed', reason: 'fault' }),
  row({ state: 'failed', reason: 'refused' }),
  ...[10_003, 10_004, 50_001, 50_013, 50_007, 12_345].map((code) =>
    row({ state: 'failed', reason: 'refused', code }),
  ),
];

describe.each(LOCALES)('the history of recaps in %s', (locale) => {
  const strings = recapStringsFor(locale);

  it('says of each end what became of it, and of no two the same', () => {
    const told = ENDS.map((end) => recapOutcome(end, strings));
    expect(new Set(told).size).toBe(told.length);
    for (const text of told) expect(text).not.toMatch(/undefined|^\s*$/);
  });

  it('of what will be tried again says why it has nothing to tell yet', () => {
    const waiting = recapOutcome(row({ state: 'intended', reason: 'filtered' }), strings);
    expect(waiting).toBe(strings.history.filtered);
  });

  it('fits Discord, and names the first and the last of several dates', () => {
    const missed = row({ state: 'missed', reason: 'down', missedFrom: '2026-02-25', announces: 2 });
    for (let part = 1; part <= ENDS.length; part += 5) {
      const rows = [missed, ...ENDS.slice(part - 1, part + 4)];
      const page = drawRecapHistory(
        { rows, total: 50, part, subscription: undefined },
        { locale, language: 'ko' },
      );
      expect(problemsOf(page)).toEqual([]);
      const text = page.embeds[0]?.description ?? '';
      expect(text).toMatch(/25[\s\S]*2026/);
      expect(text).toContain(strings.history.announces(2));
    }
  });
});
