import type { RecapWhat } from '#store/model.ts';
import type { ChannelArgument, Reply } from '../model.ts';
import { recapChannelOf } from './access.ts';
import { whatOption } from './options.ts';
import { readSettings, type SettingInput } from './readSettings.ts';
import { card, type Manager, problemReply } from './view.ts';

/** What a recap is to tell; by default a session a day. */
const readWhat = (typed: string | undefined): RecapWhat =>
  whatOption.choices.find((one) => one === typed) ?? 'session';

/** Creates the recap of a channel and kind, or changes the existing one. */
export async function subscribe(
  manager: Manager,
  args: SettingInput & { readonly channel: ChannelArgument | undefined; readonly what: string | undefined },
): Promise<Reply> {
  const { recaps, filter, reader, request, strings } = manager;
  const target = recapChannelOf(request, args.channel);
  if (target === undefined) return problemReply(reader, strings.problem.channelType);
  if (target.kind === 'dm' && (args.channel || args.mention || args.thread)) {
    return problemReply(reader, strings.problem.noChannelInDm);
  }
  const what = readWhat(args.what);
  const all = await recaps.list(filter);
  const there = all.find((one) => one.channelId === target.channelId && one.what === what);
  const { settings, problems } = await readSettings(manager, args, target, what, there);
  if (problems.length > 0) return problemReply(reader, problems.join('\n\n'));
  const result = await recaps.subscribe({
    place: { guildId: target.guildId, channelId: target.channelId, channelKind: target.kind, what },
    settings,
    ownerId: request.personId,
  });
  if (result.kind === 'full') return problemReply(reader, strings.problem.full(result.limit), true);
  const { done } = strings;
  // The confirmation alone: a preview below it would push it off the screen.
  return card(manager, result.subscription, result.kind === 'created' ? done.subscribed : done.changed);
}
