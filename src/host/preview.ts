import type { APIAttachment } from 'discord-api-types/v10';
import { findSession, findTopic, postIn } from '#library/find.ts';
import type { Finding, Post } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { drawPage } from '#pages/draw.ts';
import type { Page, PageFile, Reader, Sources } from '#pages/model.ts';
import { encodeRoute, type Route } from '#pages/route.ts';
import { nextToRead } from '#pages/session/readTogether.ts';
import type { PreviewPage } from '#playground/index.ts';
import { describeFinding } from './describeFinding.ts';
import type { ListedRoute } from './pages.ts';

/** Sources, reader, and addresses of pictures for drawing pages. */
export interface PreviewContext {
  readonly sources: Sources;
  readonly reader: Reader;
  /** The address of an attached file for the browser. */
  readonly addressOf: (file: PageFile) => string;
}

/** More parts than any real section has. */
const MOST_PARTS = 100;

const attachmentOf = ({ name, description }: PageFile, url: string, id: number): APIAttachment => ({
  id: String(id),
  filename: name,
  description,
  size: 0,
  url,
  proxy_url: url,
  content_type: 'image/png',
});

const messageOf = (page: Page, addressOf: PreviewContext['addressOf']): PreviewPage['message'] => ({
  content: page.content ?? '',
  embeds: [...page.embeds],
  components: [...page.components],
  attachments: page.files.map((file, id) => attachmentOf(file, addressOf(file), id)),
});

const isWithin = (post: Post, route: Route, line: number): boolean => {
  const { sections } = post;
  const at = route.page === 'section' ? sections.findIndex(({ id }) => id === route.section) : -1;
  const next = at === -1 ? sections[0] : nextToRead(post, at);
  return line >= (sections[at]?.line ?? 1) && line < (next?.line ?? Number.POSITIVE_INFINITY);
};

const warningOf = (finding: Finding, { locale }: Reader): string =>
  `${finding.file}:${finding.line}: ${describeFinding(finding, locale)}`;

const warningsOf = ({ sources: { library }, reader }: PreviewContext, route: Route): readonly string[] => {
  if (!('session' in route)) return [];
  const session = findSession(library, route.session);
  if (session === undefined) return [];
  const post = postIn(session, reader.language);
  return library.findings
    .filter(({ file, line }) => file === post.file && isWithin(post, route, line))
    .map((finding) => warningOf(finding, reader));
};

const groupOf = (
  { sources: { library }, reader }: PreviewContext,
  listed: ListedRoute,
  page: Page,
): string => {
  const session = listed.session === undefined ? undefined : findSession(library, listed.session);
  if (session !== undefined) return `${session.id} · ${postIn(session, reader.language).title}`;
  const isTopic = listed.route.page === 'topic' && findTopic(library, listed.route.topic) !== undefined;
  return isTopic ? stringsFor(reader.locale).topics : (page.embeds[0]?.title ?? '');
};

/** All parts of a page: a part beyond the end is drawn as the last one. */
const partsOf = (
  drawing: PreviewContext,
  route: Route,
): readonly { readonly route: Route; readonly page: Page }[] => {
  const drawn: { readonly route: Route; readonly page: Page }[] = [];
  let last = '';
  for (let part = 1; part <= MOST_PARTS; part += 1) {
    const partRoute: Route = 'part' in route ? { ...route, part } : route;
    const page = drawPage(drawing.sources, partRoute, drawing.reader);
    const text = JSON.stringify(page);
    if (text === last) break;
    drawn.push({ route: partRoute, page });
    last = text;
    if (!('part' in route)) break;
  }
  return drawn;
};

/** Draws pages as a reader sees them, for proofreading. */
export const drawPreview = (
  routes: readonly ListedRoute[],
  drawing: PreviewContext,
): readonly PreviewPage[] =>
  routes.flatMap((listed) =>
    partsOf(drawing, listed.route).map(({ route, page }) => ({
      group: groupOf(drawing, listed, page),
      route: encodeRoute(route),
      title: page.embeds[0]?.title ?? encodeRoute(route),
      message: messageOf(page, drawing.addressOf),
      warnings: warningsOf(drawing, route),
    })),
  );
