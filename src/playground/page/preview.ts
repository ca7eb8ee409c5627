import { Hono } from 'hono';
import type { PreviewPage } from '../protocol/panels.ts';

/** The host program's content for the page `/preview`. */
export interface PreviewSource {
  /** All pages, as readers with this Discord locale see them. */
  readonly pages: (locale: string) => Promise<readonly PreviewPage[]>;
  /** A picture of a page, by the last segment of its address. */
  readonly picture: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
}

const PICTURE_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** `/playground/preview.json?locale=…` and `/playground/pictures/…`; 404 without a source. */
export function previewRoutes(source: PreviewSource | undefined): Hono {
  const app = new Hono();
  app.get('/playground/preview.json', async (c) => {
    if (source === undefined) return c.text('There is nothing to preview', 404);
    c.header('cache-control', 'no-store');
    return c.json(await source.pages(c.req.query('locale') ?? 'ko'));
  });
  app.get('/playground/pictures/:name', async (c) => {
    const name = c.req.param('name');
    const type = PICTURE_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''];
    const bytes = type === undefined ? undefined : await source?.picture(name);
    if (type === undefined || bytes === undefined) return c.text('Not found', 404);
    return c.body(bytes, 200, {
      'content-type': type,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });
  return app;
}
