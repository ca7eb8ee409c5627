import { LOCALES, recapStringsFor } from '#locales/index.ts';
import { foldName, resolveFilter } from '#recap/filter.ts';
import { readTime } from '#recap/time/timeOfDay.ts';
import { readDays } from '#recap/time/weekdays.ts';
import { readZone } from '#recap/time/zones.ts';
import type { RecapFilter, RecapSettings, RecapWhat, Subscription } from '#store/model.ts';
import { DEFAULT_SETTINGS } from '#store/settings.ts';
import type { RoleArgument } from '../model.ts';
import { readLanguage } from '../options/common.ts';
import {
  canMention,
  mayMention,
  mayWrite,
  missingPermissions,
  nameMissing,
  type RecapChannel,
} from './access.ts';
import { defaultLanguage, defaultZone } from './options.ts';
import type { Manager } from './view.ts';

/** The typed or chosen values. A missing one stays as it is; `null` removes it. */
export interface SettingInput {
  readonly time?: string | null | undefined;
  readonly timezone?: string | undefined;
  readonly days?: string | undefined;
  readonly items?: string | undefined;
  readonly filter?: string | null | undefined;
  readonly language?: string | undefined;
  readonly mention?: RoleArgument | null | undefined;
  readonly thread?: boolean | undefined;
  readonly tags?: string | null | undefined;
  readonly repeat?: string | undefined;
}

/** Words of all languages: people type in the one or the other. */
const wordsFor = (kind: 'atOnce' | 'none'): readonly string[] =>
  LOCALES.flatMap((locale) => recapStringsFor(locale).typed[kind]).map(foldName);

const means = (kind: 'atOnce' | 'none', typed: string): boolean => wordsFor(kind).includes(foldName(typed));

const filled = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);

const MOST_TAGS = 5;

/** Defaults for omitted settings: the existing recap's values, if there is one. */
function usual(
  { context, request, reader }: Manager,
  what: RecapWhat,
  there: Subscription | undefined,
): RecapSettings {
  if (there) return there;
  return {
    ...DEFAULT_SETTINGS,
    atOnce: what === 'new',
    timeZone: defaultZone(context, request),
    language: defaultLanguage(context, reader.language),
  };
}

function readCount(typed: string): number | undefined {
  const count = Number(typed.normalize('NFKC').replace(/[^\d]/g, ''));
  return count >= 2 && count <= 7 ? count : undefined;
}

type Time = Pick<RecapSettings, 'time' | 'atOnce'>;

/** Reads a text; what cannot be read is complained about. */
function readOr<T>(
  problems: string[],
  typed: string | undefined,
  reading: (text: string) => T | undefined,
  complaint: (text: string) => string,
  otherwise: T,
): T {
  const text = filled(typed);
  if (text === undefined) return otherwise;
  const value = reading(text);
  if (value === undefined) problems.push(complaint(text.slice(0, 60).replaceAll('`', "'")));
  return value ?? otherwise;
}

function timeOf(
  { strings }: Manager,
  what: RecapWhat,
  typed: SettingInput['time'],
  before: RecapSettings,
  problems: string[],
): Time {
  if (typed === null) return { ...before, atOnce: what === 'new' };
  if (typed !== undefined && means('atOnce', typed)) {
    if (what === 'new') return { time: before.time, atOnce: true };
    problems.push(strings.problem.atOnce);
    return before;
  }
  const read = (text: string): Time | undefined => {
    const time = readTime(text);
    return time === undefined ? undefined : { time, atOnce: false };
  };
  return readOr(problems, typed, read, strings.problem.time, before);
}

function filterOf(
  { context, strings }: Manager,
  typed: SettingInput['filter'],
  before: RecapFilter | undefined,
  problems: string[],
): RecapFilter | undefined {
  if (typed === null || (typed !== undefined && means('none', typed))) return undefined;
  const read = (text: string) => resolveFilter(context.library(), text);
  return readOr(problems, typed, read, strings.problem.filter, before);
}

/** The ids of the tags of a forum, as Discord has them now. */
async function tagsOf(
  { recaps, strings }: Manager,
  target: RecapChannel,
  typed: SettingInput['tags'],
  before: readonly string[],
  problems: string[],
): Promise<readonly string[]> {
  if (target.kind !== 'forum') {
    if (filled(typed ?? undefined) !== undefined) problems.push(strings.problem.noForum);
    return [];
  }
  const forum = await recaps.forumTags(target.channelId);
  // Discord is asked again, or refuses, when something is posted.
  if (forum.kind !== 'tags') return before;
  const names = forum.tags.map(({ name }) => name);
  const find = (text: string) =>
    forum.tags.find(({ id, name }) => id === text || foldName(name) === foldName(text))?.id;
  const isNone = typed === null || (typed !== undefined && means('none', typed));
  const wanted = isNone ? [] : (typed ?? '').split(',').map((one) => one.trim());
  const chosen = wanted.flatMap((text) => {
    if (text === '') return [];
    const id = find(text);
    if (id === undefined) problems.push(strings.problem.tag(text.slice(0, 40), names));
    return id ?? [];
  });
  const kept = before.filter((id) => forum.tags.some((tag) => tag.id === id));
  const tags = isNone || chosen.length > 0 ? [...new Set(chosen)] : kept;
  if (tags.length > MOST_TAGS) problems.push(strings.problem.tooManyTags);
  if (forum.required && tags.length === 0 && problems.length === 0) {
    problems.push(strings.problem.tagRequired(names));
  }
  return tags;
}

/** Reads the typed or chosen values: the settings, or a sentence on each that is invalid. */
export async function readSettings(
  manager: Manager,
  wanted: SettingInput,
  target: RecapChannel,
  what: RecapWhat,
  there: Subscription | undefined,
): Promise<{ readonly settings: RecapSettings; readonly problems: readonly string[] }> {
  const { context, strings } = manager;
  const { problem } = strings;
  const before = usual(manager, what, there);
  const problems: string[] = [];
  const { time, atOnce } = timeOf(manager, what, wanted.time, before, problems);
  const inChannel = (target.kind === 'channel' || target.kind === 'announcement') && !target.thread;
  const settings: RecapSettings = {
    time,
    atOnce,
    timeZone: readOr(problems, wanted.timezone, readZone, problem.zone, before.timeZone),
    days: readOr(problems, wanted.days, readDays, problem.days, before.days),
    count: readOr(problems, wanted.items, readCount, () => problem.count, before.count),
    filter: filterOf(manager, wanted.filter, before.filter, problems),
    language: readOr(
      problems,
      wanted.language,
      (text) => readLanguage(context, text),
      problem.language,
      before.language,
    ),
    mentionRoleId: wanted.mention === null ? undefined : (wanted.mention?.id ?? before.mentionRoleId),
    thread: inChannel && (wanted.thread ?? before.thread),
    tags: await tagsOf(manager, target, wanted.tags, before.tags, problems),
    repeat: wanted.repeat === 'stop' || wanted.repeat === 'again' ? wanted.repeat : before.repeat,
  };
  const { mention } = wanted;
  if (mention && mention.id !== there?.mentionRoleId) {
    if (!canMention(target, mention)) problems.push(problem.cannotMention(`<@&${mention.id}>`));
    else if (!mayMention(target, mention)) problems.push(problem.mayNotMention(`<@&${mention.id}>`));
  }
  if (!mayWrite(target)) problems.push(problem.mayNotWrite(`<#${target.channelId}>`));
  const missing = missingPermissions(target, settings.thread);
  if (missing.length > 0) {
    problems.push(problem.permissions(`<#${target.channelId}>`, nameMissing(missing, strings)));
  }
  return { settings, problems };
}
