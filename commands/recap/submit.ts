import type { Reader } from '#pages/model.ts';
import { type RecapAction, readRecapAction } from '#pages/recap/recapControl.ts';
import type { Subscription } from '#store/model.ts';
import type { ChannelArgument, CommandContext, FormValues, Reply, Request, RoleArgument } from '../model.ts';
import { belongsTo } from './access.ts';
import { subscribe } from './createRecap.ts';
import { readSettings, type SettingInput } from './readSettings.ts';
import { asManager, card as cardReply, type Manager, problemReply } from './view.ts';

const textOf = (value: FormValues[string]): string | undefined =>
  typeof value === 'string' ? value : value?.filter((one) => typeof one === 'string').join(',');

const isRole = (value: unknown): value is RoleArgument =>
  typeof value === 'object' && value !== null && 'mentionable' in value;
const isChannel = (value: unknown): value is ChannelArgument =>
  typeof value === 'object' && value !== null && 'type' in value;

const pickedOf = (value: FormValues[string]): unknown => (typeof value === 'string' ? undefined : value?.[0]);

/** An empty text takes off what can be taken off. */
const orNothing = (text: string | undefined): string | null | undefined =>
  text?.trim() === '' ? null : text;

function wantedOf(values: FormValues): SettingInput {
  const role = pickedOf(values['mention']);
  return {
    time: orNothing(textOf(values['time'])),
    timezone: textOf(values['timezone']),
    days: textOf(values['days']),
    items: textOf(values['items']),
    filter: orNothing(textOf(values['filter'])),
    language: textOf(values['language']),
    mention: isRole(role) ? role : values['mention'] === undefined ? undefined : null,
    thread: values['thread'] === undefined ? undefined : textOf(values['thread']) === 'yes',
    tags: orNothing(textOf(values['tags'])),
    repeat: textOf(values['repeat']),
  };
}

async function change(manager: Manager, one: Subscription, wanted: SettingInput): Promise<Reply> {
  const { recaps, reader, request, strings } = manager;
  const { guildId, channelId, channelKind: kind } = one;
  const { place } = request;
  const here = place.kind === 'guild' && place.channelId === channelId ? place : undefined;
  const target = {
    guildId,
    channelId,
    kind,
    thread: false,
    permissions: here?.appPermissions,
    personPermissions: here?.permissions,
  };
  const { settings, problems } = await readSettings(manager, wanted, target, one.what, one);
  if (problems.length > 0) return problemReply(reader, problems.join('\n\n'), true);
  const changed = await recaps.change(one, settings, request.personId);
  return changed
    ? cardReply(manager, changed, strings.done.changed)
    : problemReply(reader, strings.problem.gone, true);
}

const SENT: readonly RecapAction['action'][] = ['subscribe', 'edit', 'more'];

/** Handles a submitted form, after checking the permission again. */
export function submitRecap(
  context: CommandContext,
  customId: string,
  values: FormValues,
  reader: Reader,
  request: Request,
): Promise<Reply> | undefined {
  const action = readRecapAction(customId);
  if (action === undefined || !SENT.includes(action.action)) return undefined;
  const wanted = wantedOf(values);
  return asManager<Reply>(context, reader, request, async (manager) => {
    if (!('subscription' in action) || action.subscription === undefined) {
      const channel = pickedOf(values['channel']);
      return subscribe(manager, {
        ...wanted,
        mention: wanted.mention ?? undefined,
        what: textOf(values['what']),
        channel: isChannel(channel) ? channel : undefined,
      });
    }
    const { recaps, filter, strings } = manager;
    const one = await recaps.find(action.subscription);
    return one && belongsTo(one, filter)
      ? change(manager, one, wanted)
      : problemReply(reader, strings.problem.gone, true);
  });
}
