import type { Page, Reader } from '#pages/model.ts';
import { drawRecapCard, drawRecapNotice, drawRecapPreview } from '#pages/recapListPage.ts';
import type { RecapView } from '#pages/recapViews.ts';
import { type RecapStrings, recapStringsFor } from '#pages/strings/recap.ts';
import type { Recaps } from '#recap/recaps.ts';
import { describeZone } from '#recap/zones.ts';
import type { PlaceFilter, Subscription } from '#store/model.ts';
import type { House, Reply, Request } from '../model.ts';
import { accessOf } from './access.ts';

/** Due times that a recap's page shows. */
const SHOWN = 3;

/** A person who may manage recaps, where they are. */
export interface Manager {
  readonly house: House;
  readonly recaps: Recaps;
  readonly filter: PlaceFilter;
  readonly reader: Reader;
  readonly request: Request;
  readonly strings: RecapStrings;
}

/** An answer for whoever asked alone. */
export const privately = (page: Page): Reply => ({ page, private: true });

/** Says why something was not done; `list` adds the way to all recaps. */
export const problem = (reader: Reader, text: string, list = false): Reply =>
  privately(drawRecapNotice(recapStringsFor(reader.locale).problem.title, text, list, reader));

/** The service; an error for a house without one is a mistake in how it was put together. */
export function recapsOf({ recaps }: House): Recaps {
  if (recaps === undefined) throw new Error('Recaps need a store, and this house has none');
  return recaps;
}

/** Lets somebody manage recaps who may; everybody else is told why not. */
export async function asManager(
  house: House,
  reader: Reader,
  request: Request,
  action: (manager: Manager) => Promise<Reply>,
): Promise<Reply> {
  const strings = recapStringsFor(reader.locale);
  const access = accessOf(request);
  if (access.kind === 'denied') return problem(reader, strings.problem[access.why]);
  return await action({ house, recaps: recapsOf(house), filter: access.filter, reader, request, strings });
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
  return privately(drawRecapCard(await viewOf(manager, subscription), title, manager.reader));
}

/** The subscription with its next recap exactly as it will be posted. */
export async function preview(manager: Manager, subscription: Subscription, title: string): Promise<Reply> {
  const view = await viewOf(manager, subscription);
  const drawn = await manager.recaps.preview(subscription);
  return privately(drawRecapPreview(view, title, drawn?.page, manager.reader));
}
