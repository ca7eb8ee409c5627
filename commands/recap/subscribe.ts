import { commandTexts, recapStringsFor } from '#locales/index.ts';
import { readTime } from '#recap/time/timeOfDay.ts';
import { everyDay, readDays } from '#recap/time/weekdays.ts';
import { readZone } from '#recap/time/zones.ts';
import type { RecapSettings, RecapUnit, Subscription } from '#store/model.ts';
import { defineSubcommand } from '../define.ts';
import type { Arguments, CommandContext, Reply, Request } from '../model.ts';
import { readLanguage } from '../options.ts';
import { canMention, missingPermissions, nameMissing, type RecapChannel, recapChannelOf } from './access.ts';
import { defaultLanguage, defaultZone, subscribeOptions } from './options.ts';
import { asManager, type Manager, preview, problemReply } from './view.ts';

type Args = Arguments<typeof subscribeOptions>;

const filled = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);

const DEFAULT_TIME = '09:00';

/** Defaults for omitted settings: the existing recap's values, if there is one. */
function usual(
  context: CommandContext,
  request: Request,
  language: string,
  there: Subscription | undefined,
): RecapSettings {
  if (there) return there;
  return {
    time: DEFAULT_TIME,
    timeZone: defaultZone(context, request),
    days: everyDay,
    language: defaultLanguage(context, language),
    mentionRoleId: undefined,
    thread: false,
    repeat: 'again',
  };
}

/** Parses the settings, or returns a sentence on each invalid one. */
function readSettings(manager: Manager, args: Args, target: RecapChannel, there: Subscription | undefined) {
  const { context, request, reader, strings } = manager;
  const problems: string[] = [];
  const read = <T>(
    typed: string | undefined,
    reading: (text: string) => T | undefined,
    complaint: (text: string) => string,
    otherwise: T,
  ): T => {
    const text = filled(typed);
    if (text === undefined) return otherwise;
    const value = reading(text);
    if (value === undefined) problems.push(complaint(text.slice(0, 60).replaceAll('`', "'")));
    return value ?? otherwise;
  };
  const before = usual(context, request, reader.language, there);
  const settings: RecapSettings = {
    time: read(args.time, readTime, strings.problem.time, before.time),
    timeZone: read(args.timezone, readZone, strings.problem.zone, before.timeZone),
    days: read(args.days, readDays, strings.problem.days, before.days),
    language: read(
      args.language,
      (text) => readLanguage(context, text),
      strings.problem.language,
      before.language,
    ),
    mentionRoleId: args.mention?.id ?? before.mentionRoleId,
    thread: target.kind === 'channel' && !target.thread && (args.thread ?? before.thread),
    repeat: args.repeat === 'stop' || args.repeat === 'again' ? args.repeat : before.repeat,
  };
  if (args.mention && !canMention(target, args.mention)) {
    problems.push(strings.problem.cannotMention(`<@&${args.mention.id}>`));
  }
  const missing = missingPermissions(target, settings.thread);
  if (missing.length > 0) {
    problems.push(strings.problem.permissions(`<#${target.channelId}>`, nameMissing(missing, strings)));
  }
  return { settings, problems };
}

async function subscribe(manager: Manager, args: Args): Promise<Reply> {
  const { recaps, filter, reader, request, strings } = manager;
  const target = recapChannelOf(request, args.channel);
  if (target === undefined) return problemReply(reader, strings.problem.channelType);
  if (target.kind === 'dm' && (args.channel || args.mention || args.thread)) {
    return problemReply(reader, strings.problem.noChannelInDm);
  }
  const unit: RecapUnit = args.unit === 'topic' ? 'topic' : 'session';
  const all = await recaps.list(filter);
  const there = all.find((one) => one.channelId === target.channelId && one.unit === unit);
  const { settings, problems } = readSettings(manager, args, target, there);
  if (problems.length > 0) return problemReply(reader, problems.join('\n\n'));
  const result = await recaps.subscribe({
    place: { guildId: target.guildId, channelId: target.channelId, channelKind: target.kind, unit },
    settings,
    ownerId: request.personId,
  });
  if (result.kind === 'full') return problemReply(reader, strings.problem.full(result.limit), true);
  const { done } = recapStringsFor(reader.locale);
  return preview(manager, result.subscription, result.kind === 'created' ? done.subscribed : done.changed);
}

/** `/recap subscribe`: creates a recap, or changes the existing one. */
export const subscribeCommand = defineSubcommand({
  texts: commandTexts('recap subscribe'),
  options: subscribeOptions,
  run: (context, args, reader, request) =>
    asManager(context, reader, request, (manager) => subscribe(manager, args)),
});
