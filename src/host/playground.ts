import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Library } from '#library/model.ts';
import type { Locale } from '#locales/index.ts';
import { localeOf } from '#locales/index.ts';
import type { PageFile, Sources } from '#pages/model.ts';
import { type Panel, type Playground, startPlayground, TOUR_PEOPLE } from '#playground/index.ts';
import type { MovableClock } from './clock.ts';
import { clockPanel, type NextRecap } from './clockPanel.ts';
import { changedFiles, contentState, pagesOfFile } from './contentPanel.ts';
import { listRoutes } from './pages.ts';
import { drawPreview, type PreviewContext } from './preview.ts';

/** What a playground is hosted with. */
export interface HostOptions {
  readonly port: number;
  readonly host: string;
  /** What people from outside have to type. */
  readonly password: string | undefined;
  /** Folder in which the channels are saved; undefined to save nothing. */
  readonly dataDir: string | undefined;
  /** The folder of the page; undefined for the playground's own. */
  readonly webRoot: string | undefined;
  readonly time: MovableClock;
  /** The content folder, as configured. */
  readonly dir: string;
  readonly locale: Locale;
  readonly sources: () => Sources;
  readonly onLibrary: (listener: (library: Library) => void) => () => void;
}

/** The part of the recap service that the clock panel needs. */
interface HostedRecaps {
  readonly timeZone: string;
  readonly next: () => Promise<NextRecap | undefined>;
  readonly poke: () => Promise<void>;
  readonly whyNotPosted: (subscriptionId: string, locale: Locale) => Promise<string | undefined>;
  readonly keepAhead: (milliseconds: number) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** The playground with the panels of this program. */
export interface HostedPlayground {
  readonly playground: Playground;
  /** Shows the clock panel, once there is a recap service to advance. */
  readonly showClock: (recaps: HostedRecaps) => void;
}

/** Pictures drawn on previews, by an address that does not reveal paths. */
const pictureStore = () => {
  const paths = new Map<string, string>();
  return {
    addressOf: ({ path: file }: PageFile): string => {
      const name = `${createHash('sha256').update(file).digest('hex').slice(0, 16)}${path.extname(file)}`;
      paths.set(name, file);
      return `/playground/pictures/${name}`;
    },
    read: async (name: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
      const file = paths.get(name);
      return file === undefined ? undefined : new Uint8Array(await readFile(file));
    },
  };
};

interface PagesOf {
  readonly file: string;
  readonly locale: string;
}

const isPagesOf = (input: unknown): input is PagesOf =>
  typeof input === 'object' &&
  input !== null &&
  'file' in input &&
  typeof input.file === 'string' &&
  'locale' in input &&
  typeof input.locale === 'string';

const contentPanel = (
  { dir, time, sources, onLibrary }: HostOptions,
  drawing: (discordLocale: string) => PreviewContext,
): Panel => {
  const changes = new Map<string, number>();
  let shown = sources().library;
  return {
    state: () => JSON.parse(JSON.stringify(contentState(shown, dir, changes))),
    actions: {
      pages: (input) => {
        if (!isPagesOf(input)) throw new Error('`file` and `locale` are needed');
        return JSON.parse(JSON.stringify(pagesOfFile(input.file, drawing(input.locale))));
      },
    },
    subscribe: (changed) =>
      onLibrary((library) => {
        for (const file of changedFiles(shown, library))
          changes.set(file, time.clock.now().epochMilliseconds);
        shown = library;
        changed();
      }),
  };
};

/** Starts the playground with this program's clock, content and pages. */
export const hostPlayground = async (options: HostOptions): Promise<HostedPlayground> => {
  const { time, locale, sources } = options;
  const pictures = pictureStore();
  const drawing = (discordLocale: string): PreviewContext => {
    const spoken = localeOf(discordLocale, locale);
    return {
      sources: sources(),
      reader: { locale: spoken, language: spoken },
      addressOf: pictures.addressOf,
    };
  };
  const playground = await startPlayground({
    port: options.port,
    host: options.host,
    ...(options.password === undefined ? {} : { password: options.password }),
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
    ...(options.webRoot === undefined ? {} : { webRoot: options.webRoot }),
    people: TOUR_PEOPLE,
    now: () => time.clock.now().epochMilliseconds,
    // Without this, the rate limit on the sixth command of a first start would delay the link by 20 s.
    limits: { commands: { limit: 100, windowMs: 20_000 } },
    preview: {
      pages: async (discordLocale) => {
        const wanted = drawing(discordLocale);
        return await Promise.resolve(
          drawPreview(listRoutes(wanted.sources.library, wanted.reader.language), wanted),
        );
      },
      picture: pictures.read,
    },
  });
  // Of what stands in the channels nothing lies in the future, whatever became of the clock that it was sent by.
  const newest = playground.newestMessageAt() ?? 0;
  time.move(newest - time.clock.now().epochMilliseconds);
  playground.addPanel('content', contentPanel(options, drawing));
  return {
    playground,
    showClock: (recaps) =>
      playground.addPanel(
        'clock',
        clockPanel({
          ...recaps,
          whyNotPosted: (subscriptionId, discordLocale) =>
            recaps.whyNotPosted(subscriptionId, localeOf(discordLocale, locale)),
          time,
          hear: (listener) => playground.hear(listener),
        }),
      ),
  };
};
