import { recapStringsFor } from '#locales/index.ts';
import type { RecapStrings } from '#locales/model/recap.ts';
import type { Page, Reader } from '#pages/model.ts';
import { drawRecapCard, drawRecapNotice, drawRecapPreview } from '#pages/recap/recapListPage.ts';
import { recapItemName } from '#pages/recap/recapPage.ts';
import type { RecapView } from '#pages/recap/recapViews.ts';
import type { Recaps } from '#recap/recaps.ts';
import type { Subscription } from '#store/model.ts';
import type { PlaceFilter } from '#store/store.ts';
import type { Answered, CommandContext, Reply, Request } from '../model.ts';
import { accessOf } from './access.ts';
import { fieldsOf, whenOf } from './settings.ts';

/** Number of due times on the page of a recap. */
const SHOWN = 3;

/** A person who may manage recaps, with the place. */
export interface Manager {
  readonly context: CommandContext;
  readonly recaps: Recaps;
  readonly filter: PlaceFilter;
  readonly reader: Reader;
  readonly request: Request;
  readonly strings: RecapStrings;
}

/** A private reply. */
export const privateReply = (page: Page): Reply => ({ page, private: true });

/** Explains why something was not done; `list` adds a button to all recaps. */
export const problemReply = (reader: Reader, text: string, list = false): Reply =>
  privateReply(drawRecapNotice(recapStringsFor(reader.locale).problem.title, text, list, reader));

/** The service; a context without one is a programming error. */
export function recapsOf({ recaps }: CommandContext): Recaps {
  if (recaps === undefined) throw new Error('Recaps need a store, and this context has none');
  return recaps;
}

/** Runs an action for a person who may manage recaps; explains the denial to others. */
export async function asManager<T extends Answered>(
  context: CommandContext,
  reader: Reader,
  request: Request,
  action: (manager: Manager) => Promise<T>,
): Promise<T | Reply> {
  const strings = recapStringsFor(reader.locale);
  const access = accessOf(request);
  if (access.kind === 'denied') {
    const why = strings.problem[access.why];
    const way = strings.instead.way(context.mention('recap subscribe'), context.mention('recap now'));
    return privateReply(drawRecapNotice(strings.instead.title, `${why}\n\n${way}`, false, reader));
  }
  return await action({
    context,
    recaps: recapsOf(context),
    filter: access.filter,
    reader,
    request,
    strings,
  });
}

/** The names of a subscription's tags, which Discord gives with their forum; ids where it does not answer. */
async function tagNamesOf(recaps: Recaps, { channelId, tags }: Subscription): Promise<readonly string[]> {
  if (tags.length === 0) return [];
  const forum = await recaps.forumTags(channelId);
  const known = new Map(forum.kind === 'tags' ? forum.tags.map(({ id, name }) => [id, name]) : []);
  return tags.map((id) => known.get(id) ?? id);
}

/** The view of a subscription for pages. */
export async function viewOf(
  { context, recaps, reader, request }: Manager,
  subscription: Subscription,
): Promise<RecapView> {
  const library = context.library();
  const { what, language } = subscription;
  const [upcoming, next, tagNames] = await Promise.all([
    recaps.upcoming(subscription, SHOWN),
    recaps.next(subscription),
    tagNamesOf(recaps, subscription),
  ]);
  return {
    ...subscription,
    when: whenOf(subscription, reader, request.at),
    fields: fieldsOf(subscription, { library, reader, tagNames }),
    upcoming: upcoming.map(({ due }) => due),
    next:
      next.kind === 'nothing'
        ? next
        : { kind: 'item', name: recapItemName(library, what, next.item.id, { ...reader, language }) },
  };
}

/** The page of a recap, under a title that states what was done. */
export async function card(manager: Manager, subscription: Subscription, title?: string): Promise<Reply> {
  return privateReply(drawRecapCard(await viewOf(manager, subscription), title, manager.reader));
}

/** A subscription with a preview of its next recap. */
export async function preview(manager: Manager, subscription: Subscription, title?: string): Promise<Reply> {
  const view = await viewOf(manager, subscription);
  const drawn = await manager.recaps.preview(subscription);
  return privateReply(drawRecapPreview(view, title, drawn?.page, manager.reader));
}
