import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10';
import type { Language, Library } from '#library/model.ts';
import type { Locale } from '#locales/index.ts';
import type { Search } from '#search/model.ts';

/** A file of the content folder to be attached to a message. */
export interface PageFile {
  /** What Discord calls it; embeds refer to it as `attachment://name`. `[A-Za-z0-9._-]+`. */
  readonly name: string;
  /** Absolute path inside the content folder. */
  readonly path: string;
  /** Alternative text. */
  readonly description: string;
}

/** A message that is ready for Discord: within every limit, unable to ping. */
export interface Page {
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly files: readonly PageFile[];
  /** One line above the embeds, Markdown: who or what in plain words; then who shared it. */
  readonly content?: string;
}

/** The reader for whom a page is drawn. */
export interface Reader {
  readonly locale: Locale;
  /** The language chosen for posts; a post that does not exist in it is shown in another, with a note. */
  readonly language: Language;
  /** Who reads, and on which day: an Unix day. What is picked by chance is picked by these, so that nothing is stored. */
  readonly today?: { readonly person: string; readonly day: number };
}

/** What help says of a command. */
export type GuideEntry =
  /** `command`: its name, followed by a space and its subcommand if it has one. `group`: what its group is called. */
  | {
      readonly kind: 'typed';
      readonly command: string;
      readonly group?: string;
      readonly description: string;
    }
  /** A command in the menu of messages. */
  | { readonly kind: 'message'; readonly name: string; readonly description: string };

/** The data that pages are drawn from. */
export interface Sources {
  /** True where answers may be marked as right or wrong. */
  readonly feedback?: boolean;
  readonly library: Library;
  readonly search: Search;
  /** `</name:id>` for a registered command, else `/name` as code. */
  readonly mention: (command: string) => string;
  /** What help says of each command, in order. */
  readonly guide: (locale: Locale) => readonly GuideEntry[];
}
