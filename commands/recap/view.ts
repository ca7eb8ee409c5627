import type { Page, Reader } from '#pages/model.ts';
import { drawRecapCard, drawRecapNotice, drawRecapPreview } from '#pages/recapListPage.ts';
import type { RecapView } from '#pages/recapViews.ts';
import { type RecapStrings, recapStringsFor } from '#pages/strings/recap.ts';
import type { Recaps } from '#recap/recaps.ts';
import { describeZone } from '#recap/zones.ts';
import type { PlaceFilter, Subscription } from '#store/model.ts';
import type { CommandContext, Reply, Request } from '../model.ts';
import { accessOf } from './access.ts';

/** Due times that a recap's page shows. */
const SHOWN = 3;

/** A person who may manage recaps, where they are. */
export interface Manager {
  readonly context: CommandContext;
  readonly recaps: Recaps;
  readonly filter: PlaceFilter;
  readonly reader: Reader;
  readonly request: Request;
  readonly strings: RecapStrings;
}

/** An answer for whoever asked alone. */
export const privateReply = (page: Page): Reply => ({ page, private: true });

/** Says why something was not done; `list` adds the way to all recaps. */
export const problemReply = (reader: Reader, text: string, list = false): Reply =>
  privateReply(drawRecapNotice(recapStringsFor(reader.locale).problem.title, text, list, reader));

/** The service; a context without one is a programming error. */
export function recapsOf({ recaps }: CommandContext): Recaps {
  if (recaps === undefined) throw new Error('Recaps need a store, and this context has none');
  return recaps;
}

/** Lets somebody manage recaps who may; everybody else is told why not. */
export async function asManager(
  context: CommandContext,
  reader: Reader,
  request: Request,
  action: (manager: Manager) => Promise<Reply>,
): Promise<Reply> {
  const strings = recapStringsFor(reader.locale);
  const access = accessOf(request);
  if (access.kind === 'denied') return problemReply(reader, strings.problem[access.why]);
  return await action({
    context,
    recaps: recapsOf(context),
    filter: access.filter,
    reader,
    request,
    strings,
  });
}

/** A subscription as pages show it. */
export async function viewOf(
  { recaps, reader, request }: Manager,
  subscription: Subscription,
): Promise<RecapView> {
  const next = await recaps.upcoming(subscription, SHOWN);
  return {
    ...subscription,
    zone: describeZone(subscription.timeZone, reader.locale, request.at),
    upcoming: next.map(({ due }) => due),
  };
}

/** A recap's page, under a title that says what was done to it. */
export async function card(manager: Manager, subscription: Subscription, title?: string): Promise<Reply> {
  return privateReply(drawRecapCard(await viewOf(manager, subscription), title, manager.reader));
}

/** The subscription with its next recap exactly as it will be posted. */
export async function preview(manager: Manager, subscription: Subscription, title: string): Promise<Reply> {
  const view = await viewOf(manager, subscription);
  const drawn = await manager.recaps.preview(subscription);
  return privateReply(drawRecapPreview(view, title, drawn?.page, manager.reader));
}
