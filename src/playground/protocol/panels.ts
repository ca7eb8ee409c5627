import type { APIMessage } from 'discord-api-types/v10';

/**
 * State of the panel `clock`, if the host runs recaps. Its action `advance` takes `{ "to": "recap" | "day", "locale":
 * string }`: advances the clock to the next due recap, or by one civil day; recaps on the way are posted. It returns
 * `{ "notes": string[] }`: why recaps were not posted, a sentence each, in the locale's language.
 */
export interface ClockPanel {
  readonly now: number;
  /** IANA zone for the boundaries of days. */
  readonly timeZone: string;
  /** The next recap; null without subscriptions. */
  readonly next: { readonly at: number; readonly channelId: string } | null;
}

/**
 * State of the panel `content`: what was loaded, files with errors first. Its action `pages` takes
 * `{ "file": string, "locale": string }` and returns the `PreviewPage[]` of this file.
 */
export interface ContentPanel {
  /** The folder as configured. */
  readonly dir: string;
  /** Changes with every reload. */
  readonly version: string;
  readonly files: readonly ContentFile[];
}

export interface ContentFile {
  /** Path below the folder. */
  readonly file: string;
  /** The session's title; empty for other files, such as topics.yml. */
  readonly title: string;
  readonly findings: readonly ContentFinding[];
  /** Time of the last change seen by this program, or null. */
  readonly changedAt: number | null;
}

export interface ContentFinding {
  readonly level: 'error' | 'warning';
  /** From 1. */
  readonly line: number;
  readonly message: string;
  /** The message in other languages, by their tags. */
  readonly messages?: Readonly<Record<string, string>>;
}

/**
 * One page of the library as Discord would draw it. `GET /playground/preview.json?locale=ko` returns
 * `PreviewPage[]`, 404 without a source.
 */
export interface PreviewPage {
  /** Its heading, such as the session's title. Pages of a group are adjacent. */
  readonly group: string;
  /** The route as its controls encode it. */
  readonly route: string;
  readonly title: string;
  /** For an attached file, `attachments[].url` is an address on this server. */
  readonly message: Pick<APIMessage, 'content' | 'embeds' | 'components' | 'attachments'>;
  /** Findings of `check` and of the page itself, a sentence each. */
  readonly warnings: readonly string[];
}
