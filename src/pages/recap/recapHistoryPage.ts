import { recapStringsFor } from '#locales/index.ts';
import type { RecapStrings } from '#locales/model/recap.ts';
import { formatDate } from '../locale.ts';
import { messageUrl } from '../message/address.ts';
import { ACCENT, compose } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut } from '../message/escape.ts';
import type { Page, Reader } from '../model.ts';
import { recapButtons } from './recapControl.ts';
import { type HistoryView, placeOf, timestamp, whyRefused } from './recapViews.ts';

/** Rows of the history on one page. */
export const HISTORY_PART = 8;

function whyNot({ reason, code }: Pick<HistoryView, 'reason' | 'code'>, strings: RecapStrings): string {
  switch (reason) {
    case 'refused':
      return whyRefused(code ?? 0, strings);
    case 'fault':
      return strings.why.fault;
    default:
      return strings.why.unavailable;
  }
}

function nothingToTell(
  { reason }: Pick<HistoryView, 'reason'>,
  { history }: RecapStrings,
): string | undefined {
  switch (reason) {
    case 'all-told':
      return history.allTold;
    case 'empty':
      return history.nothing;
    case 'filtered':
      return history.filtered;
    case 'gone':
      return history.gone;
    default:
      return undefined;
  }
}

/** What became of a delivery, a sentence. */
export function recapOutcome(
  row: Pick<HistoryView, 'state' | 'reason' | 'code' | 'settledAt' | 'message' | 'recap' | 'publication'>,
  strings: RecapStrings,
): string {
  const { history } = strings;
  switch (row.state) {
    case 'posted': {
      const at = row.settledAt === undefined ? '' : ` ${timestamp(row.settledAt, 'f')}`;
      const { message, recap, publication } = row;
      const look =
        message === undefined
          ? ''
          : ` · [${history.look}](${messageUrl({ ...message, guildId: recap.guildId })})`;
      const published = publication === undefined ? '' : `\n-# ${history.publication[publication]}`;
      return `${history.posted}${at}${look}${published}`;
    }
    case 'intended':
      // What has nothing to tell yet is looked at again until its window closes.
      return (
        nothingToTell(row, strings) ??
        (row.reason === undefined ? history.pending : history.trying(whyNot(row, strings)))
      );
    case 'missed':
      if (row.reason === 'clock') return history.skipped;
      return row.reason === 'stopped' ? history.stopped : history.missed;
    case 'uncertain':
      return history.uncertain;
    case 'nothing':
      return nothingToTell(row, strings) ?? history.nothing;
    case 'failed':
      return history.failed(whyNot(row, strings));
  }
}

function dates({ date, missedFrom }: HistoryView, reader: Reader, strings: RecapStrings): string {
  const [last, first] = [date, missedFrom].map((one) => formatDate(one, reader.locale) ?? '');
  return first === undefined || first === '' || first === last
    ? (last ?? '')
    : strings.history.from(first, last ?? '');
}

/** The delivery history of recaps, newest first. */
export function drawRecapHistory(
  order: {
    readonly rows: readonly HistoryView[];
    readonly total: number;
    /** From 1. */
    readonly part: number;
    /** The subscription; undefined for all recaps of the place. */
    readonly subscription: string | undefined;
  },
  reader: Reader,
): Page {
  const strings = recapStringsFor(reader.locale);
  const { rows, total, part, subscription } = order;
  const text = rows.map((row) => {
    const kind =
      row.announces === undefined ? strings.what[row.recap.what] : strings.history.announces(row.announces);
    const head = `**${dates(row, reader, strings)}** · ${placeOf(row.recap, strings)} · ${kind}`;
    const item = row.item === undefined ? '' : `${escapeCut(row.item, 120, cutLabel)}\n`;
    return `${head}\n${item}${recapOutcome(row, strings)}`;
  });
  const page = compose({
    embeds: [
      {
        color: ACCENT,
        title: strings.history.title,
        description: rows.length === 0 ? strings.history.empty : text.join('\n\n'),
      },
    ],
    rows: [],
  });
  const of = subscription === undefined ? {} : { subscription };
  return {
    ...page,
    components: recapButtons(
      part > 1 && { label: strings.button.newer, control: { action: 'history', part: part - 1, ...of } },
      part * HISTORY_PART < total && {
        label: strings.button.older,
        control: { action: 'history', part: part + 1, ...of },
      },
      { label: strings.button.list, control: { action: 'list' } },
    ),
  };
}
