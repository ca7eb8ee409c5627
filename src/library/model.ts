import type { RootContent } from 'mdast';

/** A language as posts name it: the primary BCP 47 tag in lower case, such as `ko` or `en`. */
export type Language = string;

/** A text by language. */
export type Localized = Readonly<Partial<Record<Language, string>>>;

/**
 * The parsed content folder. Immutable: a change on disk makes a new library, in which every unchanged post is the
 * same object as before (so `===` detects changes).
 */
export interface Library {
  /** A short hash of all visible content: equal versions show equal pages. */
  readonly version: string;
  /** In reading order: by series, then number, then date, then file name. */
  readonly sessions: readonly Session[];
  /** Glossary topics in the order of topics.yml, then topics found from headings, by first appearance. */
  readonly topics: readonly Topic[];
  /** The findings that `npm run check` prints, errors first, then by file and line. */
  readonly findings: readonly Finding[];
}

/** A day, a time of day, or both, as the author wrote them: without conversion between time zones. */
export interface Moment {
  /** Civil date `YYYY-MM-DD`. */
  readonly date?: string;
  /** `HH:MM`, of 24 hours. */
  readonly time?: string;
}

/** An address that belongs to a talk: always http or https. */
export interface TalkLink {
  readonly url: string;
  /** The language of the post that gives it. */
  readonly language: Language;
}

/** Who gave a talk, as its front matter says. The same person may stand in several sessions: see `speakersOf`. */
export interface Speaker {
  /** `[a-z0-9-]{1,48}`: by `id` in the front matter, else by the first of the names. */
  readonly id: string;
  /** `organization` where the front matter tells whom the speaker worked for and no name. */
  readonly kind: 'person' | 'organization';
  /** Where the front matter names no speaker: the author of the post. */
  readonly source?: 'author';
  /** The name by language. At least one. */
  readonly name: Localized;
  /** Every name as written, those in `name` too. At least one. */
  readonly names: readonly string[];
  /** What they do: `Engineer`. */
  readonly title: Localized;
  /** Whom they do it for; for an organization the same as its name. */
  readonly affiliation: Localized;
  /** A few sentences about the person. */
  readonly bio?: Localized;
  /** http or https. */
  readonly url?: string;
  readonly image?: Image;
}

/** What front matter says about a talk itself: of all its translations together. Unknown facts are missing. */
export interface TalkFacts {
  /** In the order of the front matter. */
  readonly speakers?: readonly Speaker[];
  readonly slides?: readonly TalkLink[];
  /** Recordings. */
  readonly video?: readonly TalkLink[];
  readonly code?: readonly TalkLink[];
  readonly starts?: Moment;
  readonly ends?: Moment;
  /** Minutes, at least 1: as written, else from `starts` to `ends`. */
  readonly duration?: number;
  readonly room?: Localized;
  /** For whom: `Beginner`. */
  readonly level?: Localized;
  /** What was spoken. */
  readonly languages?: readonly Language[];
}

/** One talk, with one post for each language. */
export interface Session extends TalkFacts {
  /**
   * Names the session in routes, for ever: by `id` in the front matter, else by the path of its post alone, whatever
   * else is in the folder. `[a-z0-9-]{1,40}`.
   */
  readonly id: string;
  /** More ids that lead here and mean no other session: those of its translations, and those of earlier versions. */
  readonly otherIds?: readonly string[];
  readonly number: number | undefined;
  /** The original first, then its translations by language. */
  readonly posts: readonly [Post, ...Post[]];
}

/** A parsed Markdown file. All text is plain unless stated otherwise, NFC, without placeholders and numbering. */
export interface Post {
  /** Path below the content folder, `/` between folders. */
  readonly file: string;
  readonly language: Language;
  /** The session's own title, without event, track and number. */
  readonly title: string;
  /** The title as written in the front matter. */
  readonly fullTitle: string;
  readonly event: string | undefined;
  readonly track: string | undefined;
  /** Civil date `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** Where the post is published: always http or https. Undefined where SITE_URL and `url` are both missing. */
  readonly url: string | undefined;
  readonly tags: readonly string[];
  /** Alternative names of the session. */
  readonly aliases: readonly string[];
  /** Plain text, at most about 300 characters, whole sentences. Empty for a post without text. */
  readonly summary: string;
  readonly image: Image | undefined;
  /** Reading time in minutes, at least 1. */
  readonly minutes: number;
  /** What most posts of its series open with, as plain text, which is not shown in each: boilerplate. Mostly empty. */
  readonly sharedOpening: string;
  /** Changes with every visible change of the post. */
  readonly hash: string;
  /** In the order of the file, flat; `parent` and `depth` give the nesting. Without boilerplate. */
  readonly sections: readonly Section[];
}

/** A heading and the content under it, up to the next heading of any level. */
export interface Section {
  /** Identifies the section within its session, the same in every language. `[a-z0-9-]{1,48}`. */
  readonly id: string;
  /** The id of the parent section. */
  readonly parent: string | undefined;
  /** 1 for the outermost heading of the post. */
  readonly depth: number;
  /** Numbering as written, for display: `Ⅰ`, `1.`. */
  readonly numeral: string | undefined;
  /** The heading without numbering, `<` `>` and formatting. */
  readonly name: string;
  /** True for the section whose heading repeats the session's title: its text opens the post. */
  readonly lead: boolean;
  /** Line of the heading in the file, from 1. */
  readonly line: number;
  /**
   * The content under the heading, without placeholders, pictures and kramdown attributes; links absolute. Read anew
   * from a compact form each time: hold on to what is made of it.
   */
  readonly blocks: readonly RootContent[];
  /** The words of the links in `blocks`. */
  readonly linkTexts: readonly string[];
  /** The blocks as plain text, a line for each paragraph or list item. Empty for a heading without content. */
  readonly text: string;
  /** The first whole sentences of `text`, at most about 200 characters. */
  readonly summary: string;
  readonly images: readonly Image[];
  /** For each picture, how many of the blocks stand before it. */
  readonly imagesAfter: readonly number[];
  /** What links `#…` may call the section, as `anchorKey` writes it. */
  readonly anchors: readonly string[];
  /** Relative links of the text, as written in the post (`other.md#id`, `#id`), without duplicates. */
  readonly links: readonly string[];
  /** The words of placeholders such as `(사진-…)`; `(사진 없음)` and `(영상)` only mark something missing. */
  readonly captions: readonly string[];
  /** Alternative names of the section, from kramdown attributes or the glossary. */
  readonly aliases: readonly string[];
}

/** A picture that a page can show: a file within the content folder, or a URL. */
export type Image =
  | { readonly kind: 'file'; readonly alt: string; readonly path: string; readonly name: string }
  | { readonly kind: 'url'; readonly alt: string; readonly url: string };

/** Identifies a section across posts. */
export interface SectionRef {
  readonly session: string;
  readonly section: string;
}

/** A named subject of sections. */
export interface Topic {
  /** `[a-z0-9-]{1,48}`, unique among topics. */
  readonly id: string;
  /** Its name by language. */
  readonly name: Localized;
  /** All other names: Hangul spellings, abbreviations, former and later names. */
  readonly aliases: readonly string[];
  /** A one-sentence definition by language. Empty for topics found in headings alone. */
  readonly summary: Localized;
  /** Official page, http or https. */
  readonly url: string | undefined;
  /** Developments since the posts were written. */
  readonly now: Localized;
  readonly source: 'glossary' | 'heading';
  /** Sections whose heading contains the topic, in reading order. */
  readonly about: readonly SectionRef[];
  /** Sections whose text, but not heading, contains the topic, in reading order. */
  readonly mentions: readonly SectionRef[];
  /** Ids of topics that share sections with it, closest first, at most 10. */
  readonly related: readonly string[];
}

/** Levels of findings, the worst first. A note says what is left out on purpose. */
export const FINDING_LEVELS = ['error', 'warning', 'note'] as const;

/** An error or a warning about the content folder, with the remedy. */
export interface Finding {
  readonly level: (typeof FINDING_LEVELS)[number];
  /** Path below the content folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** A stable code for machines, such as `no-title`. */
  readonly code: string;
  /** One English sentence: the problem and its remedy. */
  readonly message: string;
}
