import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import type { RecapStrings } from '#locales/model/recap.ts';

/** What a recap tells. */
export type RecapKind = 'session' | 'topic' | 'new' | 'digest';

/** A line about a setting. */
export interface RecapField {
  readonly name: string;
  readonly value: string;
  readonly inline: boolean;
}

/** A subscription as pages show it. */
export interface RecapView {
  readonly id: string;
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly what: RecapKind;
  /** When it is posted, one line: `09:00 · every day · Seoul (Asia/Seoul) · UTC+9`. */
  readonly when: string;
  /** Its other settings. */
  readonly fields: readonly RecapField[];
  readonly ownerId: string;
  readonly state: 'active' | 'paused' | 'ended';
  readonly pauseReason:
    | { readonly kind: 'asked' }
    | { readonly kind: 'unreachable'; readonly code: number }
    | undefined;
  /** The next due times, soonest first; none for new posts. */
  readonly upcoming: readonly Temporal.Instant[];
  /** Name of the next item, plain, or why there is none. */
  readonly next:
    | { readonly kind: 'item'; readonly name: string }
    | { readonly kind: 'nothing'; readonly reason: 'all-told' | 'empty' | 'filtered' | 'gone' };
}

/** A delivery in the history. */
export interface HistoryView {
  readonly recap: Pick<RecapView, 'guildId' | 'channelId' | 'what'>;
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
    | 'filtered'
    | 'gone'
    | undefined;
  readonly code: number | undefined;
  /** Name of the posted item. Plain. */
  readonly item: string | undefined;
  /** Number of new posts that it announces; undefined for a recap of a date. */
  readonly announces: number | undefined;
  readonly publication: 'wanted' | 'published' | 'late' | 'refused' | undefined;
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

/** Codes of Discord that have a sentence of their own. */
const WHY: Readonly<Record<number, keyof Omit<RecapStrings['why'], 'refused'>>> = {
  [Code.MissingAccess]: 'noAccess',
  [Code.MissingPermissions]: 'noPermission',
  [Code.UnknownChannel]: 'noChannel',
  [Code.UnknownGuild]: 'noServer',
  [Code.UserBannedFromThisGuild]: 'noServer',
  [Code.CannotSendMessagesToThisUser]: 'noDm',
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: 'noDm',
  [Code.InvalidActionOnArchivedThread]: 'archived',
  [Code.ThreadLocked]: 'archived',
  [Code.TagRequiredToCreateAForumPostInThisChannel]: 'tagRequired',
  [Code.ThereAreNoTagsAvailableThatCanBeSetByNonModerators]: 'tagRequired',
  [Code.UnknownTag]: 'tagRequired',
  [Code.CannotSendMessagesInNonTextChannel]: 'wrongChannel',
  [Code.CannotSendAMessageInAForumChannel]: 'wrongChannel',
  [Code.CannotExecuteActionOnThisChannelType]: 'wrongChannel',
  [Code.MessageWasBlockedByAutomaticModeration]: 'blocked',
  [Code.TitleWasBlockedByAutomaticModeration]: 'blocked',
  [Code.MessageBlockedByHarmfulLinksFilter]: 'blocked',
  [Code.RequestEntityTooLarge]: 'tooLarge',
  [Code.FileUploadedExceedsMaximumSize]: 'tooLarge',
  [Code.InvalidFormBodyOrContentType]: 'tooLarge',
  [Code.ActionCannotBePerformedDueToSlowmodeRateLimit]: 'rateLimited',
  [Code.ChannelSendRateLimit]: 'rateLimited',
  [Code.ServerSendRateLimit]: 'rateLimited',
};

/** A person-readable reason for one of Discord's error codes. */
export function whyRefused(code: number, { why }: RecapStrings): string {
  const name = WHY[code];
  return name === undefined ? why.refused(code) : why[name];
}
