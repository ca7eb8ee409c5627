import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10';
import type { Language, Library } from '#library/model.ts';
import type { Search } from '#search/model.ts';

/** Languages that the bot itself speaks. */
export type Locale = 'ko' | 'en';

/** A file from the content folder that goes along with a message as an attachment. */
export interface PageFile {
  /** What Discord calls it; embeds refer to it as `attachment://name`. `[A-Za-z0-9._-]+`. */
  readonly name: string;
  /** Absolute path inside the content folder. */
  readonly path: string;
  /** Alternative text. */
  readonly description: string;
}

/** A message, ready for Discord: within every limit, nothing in it can ping. */
export interface Page {
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly files: readonly PageFile[];
  readonly content?: string;
}

/** For whom a page is drawn. */
export interface Reader {
  readonly locale: Locale;
  /** The language chosen for posts; where a post does not exist in it, another is shown and the page says so. */
  readonly language: Language;
}

/** What pages are drawn from. */
export interface Sources {
  readonly library: Library;
  readonly search: Search;
  /** `</name:id>` where the id of the registered command is known, else `/name` as code. */
  readonly mention: (command: string) => string;
}
