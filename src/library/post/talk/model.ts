import type { Language, Moment } from '../../model.ts';

/** A name as written, with the language that its key states. */
export interface WrittenName {
  readonly name: string;
  readonly language: string | undefined;
}

/** A speaker as one post says it. */
export interface WrittenSpeaker {
  /** Without any, the speaker is known by `affiliation` alone. */
  readonly names: readonly WrittenName[];
  /** Fixed by the author. */
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly affiliation: string | undefined;
  /** http or https. */
  readonly url: string | undefined;
  readonly image: string | undefined;
  /** A single word that may be a key of the site's list of authors. */
  readonly key: string | undefined;
}

/** What one post's front matter says about its talk. */
export interface WrittenTalk {
  readonly speakers: readonly WrittenSpeaker[];
  /** The key that names the speakers: `author` and `authors` count where no other does. */
  readonly speakersBy: string | undefined;
  /** Addresses as written: http, https, or relative to the site. */
  readonly slides: readonly string[];
  readonly video: readonly string[];
  readonly code: readonly string[];
  readonly starts: Moment | undefined;
  readonly ends: Moment | undefined;
  /** Minutes. */
  readonly duration: number | undefined;
  readonly room: string | undefined;
  readonly level: string | undefined;
  readonly languages: readonly Language[];
}

/** Reports a problem at a key. */
export type Report = (key: string, code: string, message: string) => void;
