import type { DiskCache } from './cache/diskCache.ts';
import type { Finding, Language, Library } from './model.ts';
import type { Draft } from './post/model.ts';
import type { ReadFiles } from './readFiles.ts';
import type { FolderScan, SkippedFile } from './scan.ts';
import type { Assembled, AssembleOptions } from './series/assemble.ts';
import type { Glossary } from './topics/model.ts';

export interface LibraryOptions {
  /** The content folder. */
  readonly dir: string;
  /** The site's base URL; http or https. */
  readonly siteUrl?: string | undefined;
  /** The language of posts that do not state theirs. */
  readonly defaultLanguage: Language;
  /** Milliseconds since 1970, to know which posts are public. Default: the machine's clock. */
  readonly now?: () => number;
  /** Opens the posts as read at the last start, once something has to be read. Default: everything is read. */
  readonly cache?: (() => Promise<DiskCache>) | undefined;
  /** Where the library of the last start was taken from. Default: from nowhere. */
  readonly kept?: DiskCache | undefined;
}

/** A library with the state from which the next one is built incrementally. */
export interface LibrarySnapshot {
  readonly library: Library;
  readonly scan: FolderScan;
  /** When the next post comes or goes by its front matter, in milliseconds since 1970; Infinity for never. */
  readonly changesAt: number;
  /** Markdown files that are not shown, and why. */
  readonly skipped: readonly SkippedFile[];
  /** Undefined for a library that was kept from the last start. */
  readonly state: SnapshotState | undefined;
}

export type KnownSnapshot = LibrarySnapshot & { readonly state: SnapshotState };

/** From what the next library is built at a cost that grows with what changed. */
export interface SnapshotState extends ReadFiles {
  /** Number of files and folders that could not be read. */
  readonly troubles: number;
  /** Files of the posts that are kept out. */
  readonly hidden: ReadonlySet<string>;
  /** The posts that are shown, and everything else that the library was made of. */
  readonly shown: readonly Draft[];
  readonly glossary: Glossary;
  readonly settings: AssembleOptions;
  /** Findings from before posts are put side by side. */
  readonly findings: readonly Finding[];
  readonly assembled: Assembled;
}
