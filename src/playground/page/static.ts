import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { Hono } from 'hono';
import { createFileCache, type ServedFile } from './fileCache.ts';
import { type Modules, resolveModules } from './importMap.ts';
import { modulesOf } from './preload.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The placeholder for the import map, which every HTML page with bare imports contains. */
export const IMPORT_MAP_MARK = '<!-- import map -->';

/**
 * Serves the page: `/` is `index.html` of the web folder, `/preview` is `preview.html`, `/web/…` is the folder itself
 * (TypeScript with types blanked out) and `/modules/…` the packages of the import map.
 */
export function staticRoutes(webRoot: string, packagesOf: string): Hono {
  const modules = resolveModules(packagesOf);
  const read = createFileCache();
  const ownFile = (address: string) => inside(webRoot, address.slice('/web/'.length));
  const moduleFile = async (address: string) => {
    const wanted = /^\/modules\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(address);
    const folder = wanted?.[1] === undefined ? undefined : modules.folders.get(wanted[1]);
    const file = folder === undefined ? undefined : await inside(folder, wanted?.[2] ?? '');
    return file !== undefined && /\.(m?js|css|map)$/.test(file) ? file : undefined;
  };
  const source = async (address: string) => {
    const file = await (address.startsWith('/web/') ? ownFile(address) : moduleFile(address));
    return file === undefined ? undefined : Buffer.from((await read(file)).body).toString('utf8');
  };
  const { imports } = JSON.parse(modules.importMap) as { readonly imports: Readonly<Record<string, string>> };
  const graphs = new Map<string, Promise<readonly string[]>>();
  // Computed once: a module added at run time is merely not preloaded.
  const graph = (html: string) => {
    const known = graphs.get(html) ?? modulesOf(html, imports, source);
    graphs.set(html, known);
    return known;
  };
  const app = new Hono();
  app.get('/', () => page(webRoot, 'index.html', modules, graph));
  app.get('/preview', () => page(webRoot, 'preview.html', modules, graph));
  app.get('/web/*', async (c) => {
    const file = await ownFile(decodeURIComponent(c.req.path));
    if (file === undefined) return c.text('Not found', 404);
    return serveFile(file, read, 'no-cache', c.req.header('if-none-match'));
  });
  app.get('/modules/*', async (c) => {
    const file = await moduleFile(decodeURIComponent(c.req.path));
    if (file === undefined) return c.text('Not found', 404);
    return serveFile(file, read, 'public, max-age=31536000, immutable', undefined);
  });
  // An invalid escape in the address.
  app.onError((_error, c) => c.text('Not found', 404));
  app.get('/favicon.ico', () => new Response(null, { status: 204 }));
  return app;
}

/** Content security policy: the page loads and runs only its own files. */
function policy(inlineScripts: readonly string[]): string {
  const hashes = inlineScripts.map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`.trim(),
    // Components set style attributes; styles cannot load anything from elsewhere.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

async function page(
  webRoot: string,
  name: string,
  modules: Modules,
  graph: (html: string) => Promise<readonly string[]>,
): Promise<Response> {
  let html: string;
  try {
    html = await readFile(path.join(webRoot, name), 'utf8');
  } catch {
    return new Response('This page is not there yet.', { status: 404 });
  }
  // After the style sheets, which affect what is visible first.
  const preloads = (await graph(html)).map(
    (href) => `<link rel="modulepreload" fetchpriority="low" href="${href}">`,
  );
  const head = `<script type="importmap">${modules.importMap}</script>${preloads.join('')}`;
  const text = html.replace(IMPORT_MAP_MARK, () => head);
  return new Response(text, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': policy([modules.importMap]),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}

/** The file under the folder, symbolic links resolved; undefined where it does not exist or is outside. */
async function inside(folder: string, relative: string): Promise<string | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(path.join(folder, relative))]);
    return file.startsWith(root + path.sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

async function serveFile(
  file: string,
  read: (file: string) => Promise<ServedFile>,
  caching: string,
  known: string | undefined,
): Promise<Response> {
  const type = TYPES[path.extname(file)];
  if (type === undefined) return new Response('Not found', { status: 404 });
  const { body, etag } = await read(file);
  const headers = {
    'content-type': type,
    'cache-control': caching,
    etag,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  };
  return known === etag ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
