import type { RecapStrings } from '#locales/model/recap.ts';

/** A subscription as pages show it. */
export interface RecapView {
  readonly id: string;
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly unit: 'session' | 'topic';
  readonly time: string;
  /** The zone as text: `Seoul (Asia/Seoul) · UTC+9`. */
  readonly zone: string;
  readonly days: readonly number[];
  readonly language: string;
  readonly mentionRoleId: string | undefined;
  readonly thread: boolean;
  readonly repeat: 'again' | 'stop';
  readonly ownerId: string;
  readonly state: 'active' | 'paused' | 'ended';
  readonly pauseReason:
    | { readonly kind: 'asked' }
    | { readonly kind: 'unreachable'; readonly code: number }
    | undefined;
  /** The next due times, soonest first. */
  readonly upcoming: readonly Temporal.Instant[];
}

/** A delivery in the history. */
export interface HistoryView {
  readonly recap: Pick<RecapView, 'guildId' | 'channelId' | 'unit'>;
  /** Civil date. */
  readonly date: string;
  readonly missedFrom: string | undefined;
  readonly due: Temporal.Instant;
  readonly settledAt: Temporal.Instant | undefined;
  readonly state: 'intended' | 'posted' | 'missed' | 'failed' | 'uncertain' | 'nothing';
  readonly reason:
    | 'down'
    | 'clock'
    | 'stopped'
    | 'refused'
    | 'unavailable'
    | 'fault'
    | 'all-told'
    | 'empty'
    | undefined;
  readonly code: number | undefined;
  /** Name of the posted item. Plain. */
  readonly item: string | undefined;
  readonly message: { readonly channelId: string; readonly id: string } | undefined;
}

/** A Discord timestamp. `f`: date and time, `F`: with the weekday, `R`: relative, `t`: time. */
export const timestamp = (at: Temporal.Instant, style: 'f' | 'F' | 'R' | 't'): string =>
  `<t:${Math.floor(at.epochMilliseconds / 1_000)}:${style}>`;

/** The mention of a channel, or a phrase for a DM. */
export const placeOf = (
  { guildId, channelId }: Pick<RecapView, 'guildId' | 'channelId'>,
  strings: RecapStrings,
): string => (guildId === undefined ? strings.list.inDm : `<#${channelId}>`);

/** A person-readable reason for one of Discord's error codes. */
export function whyRefused(code: number, { why }: RecapStrings): string {
  switch (code) {
    case 50001:
      return why.noAccess;
    case 50013:
      return why.noPermission;
    case 10003:
      return why.noChannel;
    case 10004:
      return why.noServer;
    case 50007:
      return why.noDm;
    case 50083:
    case 160005:
      return why.archived;
    default:
      return why.refused(code);
  }
}
