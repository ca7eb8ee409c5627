import type { ScriptCounts } from '../text/language.ts';
import type { RawTalk } from './talk/model.ts';

/** A problem within a file, without the file's name. */
export interface Problem {
  readonly level: 'error' | 'warning';
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** The known keys of a post's front matter, NFC and trimmed, not validated against other posts. */
export interface FrontMatter {
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly number: number | undefined;
  /** Where the post stands among those of its folder: Hugo's `weight`, Docusaurus's `sidebar_position`. */
  readonly place: number | undefined;
  readonly event: string | undefined;
  readonly track: string | undefined;
  readonly session: string | undefined;
  readonly summary: string | undefined;
  readonly lang: string | undefined;
  readonly translationOf: string | undefined;
  /** What all translations of a post share: Hugo's `translationKey`, the `ref` of Jekyll's blogs. */
  readonly translationKey: string | undefined;
  /** The session's id, where the author fixed it. */
  readonly id: string | undefined;
  readonly aliases: readonly string[];
  readonly url: string | undefined;
  readonly slug: string | undefined;
  readonly image: string | undefined;
  /** The key that keeps the post out: `draft`, `published`, … */
  readonly hiddenBy: string | undefined;
  /** The moment from which on the post is public, as it is written. */
  readonly from: string | undefined;
  /** The moment from which on it is public no more, as it is written. */
  readonly until: string | undefined;
  /** What is said about the talk itself. */
  readonly talk: RawTalk;
  /** Line of each key in the file, from 1, by the key in lower case. */
  readonly lines: Readonly<Record<string, number>>;
}

/** A picture as written in the post, not resolved yet. */
export interface RawImage {
  readonly src: string;
  readonly alt: string;
  readonly line: number;
  /** How many of the section's blocks stand before it. */
  readonly after: number;
}

/** A relative link, not resolved yet. */
export interface RawLink {
  readonly target: string;
  readonly line: number;
}

/** Where a post's title comes from. */
export interface PostTitle {
  readonly text: string;
  readonly from: 'front matter' | 'heading' | 'file';
}

/** A section parsed from its own file, before ids, links and pictures are resolved against other posts. */
export interface DraftSection {
  /** 1 to 6 for headings, 7 for bold lines, undefined for content before the first heading. */
  readonly level: number | undefined;
  readonly line: number;
  readonly numeral: string | undefined;
  readonly name: string;
  readonly bracketed: boolean;
  readonly explicitId: string | undefined;
  /** What a link `#…` may call it, as `anchorKey` writes it: the ids that generators give its heading, and those in its HTML. */
  readonly anchors: readonly string[];
  readonly aliases: readonly string[];
  /** The blocks, as `serializeBlocks` writes them. */
  readonly serializedBlocks: string;
  readonly blockCount: number;
  /** The words of the links in the text. */
  readonly linkTexts: readonly string[];
  /** The plain text of each of the first blocks, for the detection of boilerplate; of a post's first section alone. */
  readonly openings: readonly string[];
  readonly text: string;
  /** The first sentences of the text. */
  readonly summary: string;
  readonly images: readonly RawImage[];
  readonly captions: readonly string[];
  readonly links: readonly RawLink[];
}

/** A post parsed from its own file. */
export interface Draft {
  /** Path below the content folder, NFC, `/` between folders. */
  readonly file: string;
  /** Hash of the file's bytes. */
  readonly digest: string;
  readonly front: FrontMatter;
  readonly title: PostTitle;
  readonly sections: readonly DraftSection[];
  readonly scripts: ScriptCounts;
  readonly minutes: number;
  readonly problems: readonly Problem[];
  /** True where the file could not be parsed as a post at all. */
  readonly broken: boolean;
}
