import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Library } from '#library/model.ts';
import { localeOf } from '#pages/locale.ts';
import type { Locale, PageFile, Sources } from '#pages/model.ts';
import { type Panel, type Playground, startPlayground } from '#playground/index.ts';
import type { MovableClock } from './clock.ts';
import { clockPanel, type NextRecap } from './clockPanel.ts';
import { changedFiles, contentState, pagesOfFile } from './contentPanel.ts';
import { listRoutes } from './pages.ts';
import { drawPreview, type PreviewContext } from './preview.ts';

interface HostOptions {
  readonly port: number;
  /** Where the channels are kept, so that they are there again next time; nowhere where undefined. */
  readonly dataDir: string | undefined;
  readonly time: MovableClock;
  /** The content folder, as the owner named it. */
  readonly dir: string;
  readonly locale: Locale;
  readonly sources: () => Sources;
  readonly onLibrary: (listener: (library: Library) => void) => () => void;
}

/** What the playground's clock needs of recaps. */
interface HostedRecaps {
  readonly timeZone: string;
  readonly next: () => Promise<NextRecap | undefined>;
  readonly poke: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** A playground that shows what this program has. */
export interface HostedPlayground {
  readonly playground: Playground;
  /** Shows the clock, once there are recaps to run it forward to. */
  readonly showClock: (recaps: HostedRecaps) => void;
}

/** Pictures that were drawn on a preview, by an address that tells nothing of the disk. */
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

/** Starts the playground with what this program shows on it: its clock, its content, and every page. */
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
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
    now: () => time.clock.now().epochMilliseconds,
    // The sixth command of a first start would wait 20 s, and whoever opens the link with it.
    limits: { commands: { limit: 100, windowMs: 20_000 } },
    preview: {
      pages: async (discordLocale) => {
        const wanted = drawing(discordLocale);
        return await Promise.resolve(drawPreview(listRoutes(wanted.sources.library), wanted));
      },
      picture: pictures.read,
    },
  });
  playground.addPanel('content', contentPanel(options, drawing));
  return {
    playground,
    showClock: (recaps) =>
      playground.addPanel(
        'clock',
        clockPanel({ ...recaps, time, hear: (listener) => playground.hear(listener) }),
      ),
  };
};
