import type { Language } from '#library/model.ts';
import type { Reader } from '#pages/model.ts';
import { drawRecapHistory, HISTORY_PART } from '#pages/recap/recapHistoryPage.ts';
import { drawRecapLeave, drawRecapList, drawRecapNotice } from '#pages/recap/recapListPage.ts';
import { recapItemName } from '#pages/recap/recapPage.ts';
import type { HistoryView } from '#pages/recap/recapViews.ts';
import { mostPerServer } from '#recap/recaps.ts';
import type { Claim, Subscription } from '#store/model.ts';
import type { Answered, ChannelArgument, CommandContext, Reply } from '../model.ts';
import { belongsTo } from './access.ts';
import { card, type Manager, preview, privateReply, problemReply, viewOf } from './view.ts';

/** All recaps of the place, with a menu. */
export async function list(
  manager: Manager,
  options: { lead?: string; only?: readonly Subscription[] } = {},
): Promise<Reply> {
  const { context, recaps, filter, reader } = manager;
  const subscriptions = options.only ?? (await recaps.list(filter));
  const views = await Promise.all(subscriptions.map((subscription) => viewOf(manager, subscription)));
  const order = { views, most: mostPerServer, subscribe: context.mention('recap subscribe') };
  return privateReply(
    drawRecapList(options.lead === undefined ? order : { ...order, lead: options.lead }, reader),
  );
}

/** Acts on the recap of a channel and kind; asks the person to choose where that is ambiguous. */
export async function withChosen(
  manager: Manager,
  args: { readonly channel: ChannelArgument | undefined; readonly what: string | undefined },
  action: (subscription: Subscription) => Promise<Answered>,
): Promise<Answered> {
  const { context, recaps, filter, request, reader, strings } = manager;
  const all = await recaps.list(filter);
  if (all.length === 0) return problemReply(reader, strings.problem.none(context.mention('recap subscribe')));
  const channelId = args.channel?.id ?? request.place.channelId;
  const here = all.filter((one) => one.channelId === channelId);
  const near = here.length > 0 || args.channel ? here : all;
  const fitting = near.filter((one) => args.what === undefined || one.what === args.what);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return action(only);
  return list(manager, { lead: strings.problem.several, only: fitting.length > 0 ? fitting : all });
}

/** Acts on the recap of a control, if it still exists and belongs to this place. */
export async function withNamed(
  manager: Manager,
  id: string,
  action: (subscription: Subscription) => Promise<Answered>,
): Promise<Answered> {
  const { recaps, filter, reader, strings } = manager;
  const subscription = await recaps.find(id);
  return subscription && belongsTo(subscription, filter)
    ? action(subscription)
    : problemReply(reader, strings.problem.gone, true);
}

const gone = ({ reader, strings }: Manager): Reply => problemReply(reader, strings.problem.gone, true);

/** Pauses a recap and shows it. */
export async function pause(manager: Manager, { id }: Subscription): Promise<Reply> {
  const paused = await manager.recaps.pause(id);
  return paused ? card(manager, paused, manager.strings.done.paused) : gone(manager);
}

/** Resumes a paused recap and shows its next due time. */
export async function resume(manager: Manager, { id }: Subscription): Promise<Reply> {
  const resumed = await manager.recaps.resume(id);
  return resumed ? card(manager, resumed, manager.strings.done.resumed) : gone(manager);
}

/** Asks for confirmation before unsubscribing. */
export async function confirmUnsubscribe(manager: Manager, subscription: Subscription): Promise<Reply> {
  return privateReply(drawRecapLeave(await viewOf(manager, subscription), manager.reader));
}

/** Unsubscribes, and explains how to subscribe again. */
export async function unsubscribe(manager: Manager, { id }: Subscription): Promise<Reply> {
  const { context, recaps, reader, strings } = manager;
  const ended = await recaps.unsubscribe(id);
  if (ended === undefined) return gone(manager);
  const text = strings.done.unsubscribedText(context.mention('recap subscribe'));
  return privateReply(drawRecapNotice(strings.done.unsubscribed, text, true, reader));
}

/** Shows a recap with its actions. */
export const show = (manager: Manager, subscription: Subscription): Promise<Reply> =>
  card(manager, subscription);

/** Shows a recap with a preview of its next message. */
export const showPreview = (manager: Manager, subscription: Subscription): Promise<Reply> =>
  preview(manager, subscription);

const inLanguage = (reader: Reader, language: Language): Reader => ({ ...reader, language });

function historyView(
  context: CommandContext,
  { subscription, delivery }: Claim,
  reader: Reader,
): HistoryView {
  const { item, announces, messageChannelId, messageId } = delivery;
  const { what, language } = subscription;
  return {
    ...delivery,
    recap: subscription,
    announces: announces ? (item ?? '').split(' ').length : undefined,
    item: item && recapItemName(context.library(), what, item, inLanguage(reader, language)),
    message:
      messageId === undefined || messageChannelId === undefined
        ? undefined
        : { channelId: messageChannelId, id: messageId },
  };
}

/** The delivery history of one recap, or of all in the place. */
export async function history(
  { context, recaps, filter, reader }: Manager,
  subscription: Subscription | undefined,
  part: number,
): Promise<Reply> {
  const { total, rows } = await recaps.history(
    subscription === undefined ? filter : { subscriptionId: subscription.id },
    { offset: (part - 1) * HISTORY_PART, limit: HISTORY_PART },
  );
  const views = rows.map((row) => historyView(context, row, reader));
  return privateReply(drawRecapHistory({ rows: views, total, part, subscription: subscription?.id }, reader));
}
