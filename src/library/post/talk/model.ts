import type { Language, Moment } from '../../model.ts';
import type { WrittenText } from '../frontMatter/values.ts';

/** A speaker as one post says it. */
export interface RawSpeaker {
  /** Without any, the speaker is known by `affiliation` alone. */
  readonly names: readonly WrittenText[];
  /** Fixed by the author. */
  readonly id: string | undefined;
  readonly title: readonly WrittenText[];
  readonly affiliation: readonly WrittenText[];
  /** A sentence or a few about the person. */
  readonly bio: readonly WrittenText[];
  /** http or https. */
  readonly url: string | undefined;
  readonly image: string | undefined;
  /** A single word that may be a key of the site's list of authors. */
  readonly key: string | undefined;
}

/** An address as written: http, https, or relative to the site. */
export interface RawTalkLink {
  readonly address: string;
  readonly line: number;
}

/** What one post's front matter says about its talk. */
export interface RawTalk {
  readonly speakers: readonly RawSpeaker[];
  /** The key that names the speakers: `author` and `authors` count where no other does. */
  readonly speakersBy: string | undefined;
  readonly slides: readonly RawTalkLink[];
  readonly video: readonly RawTalkLink[];
  readonly code: readonly RawTalkLink[];
  readonly starts: Moment | undefined;
  readonly ends: Moment | undefined;
  /** Minutes. */
  readonly duration: number | undefined;
  readonly room: readonly WrittenText[];
  readonly level: readonly WrittenText[];
  readonly languages: readonly Language[];
}

/** Front matter as it is read: where its values stand, and where problems go. Values by path, such as `speakers/1/url`. */
export interface ReadContext {
  /** From 1. */
  readonly lineOf: (path: string) => number;
  readonly report: Report;
}

/** Reports a problem at a value, by its path. */
export type Report = (path: string, code: string, message: string) => void;
