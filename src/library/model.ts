import type { RootContent } from 'mdast';

/** A language as posts name it: the primary BCP 47 tag in lower case, such as `ko` or `en`. */
export type Language = string;

/** A text in as many languages as somebody wrote it. */
export type Localized = Readonly<Partial<Record<Language, string>>>;

/**
 * All that was read from the content folder. It never changes: a change on disk makes a new one, in which every post
 * that did not change is the same object as before (so `===` tells what is new).
 */
export interface Library {
  /** A short hash of everything a reader could see: equal versions show equal pages. */
  readonly version: string;
  /** In reading order: by series, then number, then date, then file name. */
  readonly sessions: readonly Session[];
  /** Glossary topics in the order of topics.yml, then topics found from headings, by first appearance. */
  readonly topics: readonly Topic[];
  /** What `npm run check` tells, errors first, then by file and line. */
  readonly findings: readonly Finding[];
}

/** One talk, told by one post in each language it was written in. */
export interface Session {
  /** Names the session in routes: its number where that is unique (`5`), else a slug. `[a-z0-9-]{1,40}`. */
  readonly id: string;
  readonly number: number | undefined;
  /** The original first, then its translations by language. */
  readonly posts: readonly [Post, ...Post[]];
}

/** A Markdown file, read. All text is plain unless it says otherwise, NFC, without placeholders and numbering. */
export interface Post {
  /** Path below the content folder, `/` between folders. */
  readonly file: string;
  readonly language: Language;
  /** The session's own title, without event, track and number. */
  readonly title: string;
  /** The title as it stands in the front matter. */
  readonly fullTitle: string;
  readonly event: string | undefined;
  readonly track: string | undefined;
  /** Civil date `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** Where the post is published: always http or https. Undefined where SITE_URL and `url` are both missing. */
  readonly url: string | undefined;
  readonly tags: readonly string[];
  /** Other names people use for the session. */
  readonly aliases: readonly string[];
  /** Plain text, some 300 characters at most, whole sentences. Empty where the post has no text at all. */
  readonly summary: string;
  readonly image: Image | undefined;
  /** Reading time in minutes, at least 1. */
  readonly minutes: number;
  /** Changes with everything a reader of this post could see. */
  readonly hash: string;
  /** In the order of the file, flat; `parent` and `depth` tell the nesting. Boilerplate is not among them. */
  readonly sections: readonly Section[];
}

/** A heading and what stands under it, up to the next heading of any depth. */
export interface Section {
  /** Names the section within its session, the same in every language. `[a-z0-9-]{1,48}`. */
  readonly id: string;
  /** The id of the section it stands under. */
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
  /** What stands under the heading, without placeholders, pictures and kramdown attributes; links absolute. */
  readonly blocks: readonly RootContent[];
  /** The blocks as plain text, a line for a paragraph or list item. Empty for a heading with nothing under it. */
  readonly text: string;
  /** Whole sentences from the front of `text`, some 200 characters at most. */
  readonly summary: string;
  readonly images: readonly Image[];
  /** Relative links of the text, as the post writes them (`other.md#id`, `#id`), each once. */
  readonly links: readonly string[];
  /** The words of `(사진-…)` placeholders and the like; `(사진 없음)` and `(영상)` say only that something is missing. */
  readonly captions: readonly string[];
  /** Other names for the section, from kramdown attributes or the glossary. */
  readonly aliases: readonly string[];
}

/** A picture that a page can show: a file within the content folder, or an address. */
export type Image =
  | { readonly kind: 'file'; readonly alt: string; readonly path: string; readonly name: string }
  | { readonly kind: 'url'; readonly alt: string; readonly url: string };

/** Names a section across posts. */
export interface SectionRef {
  readonly session: string;
  readonly section: string;
}

/** A named thing that sections are about. */
export interface Topic {
  /** `[a-z0-9-]{1,48}`, unique among topics. */
  readonly id: string;
  /** Its name, in each language in which it has one of its own. */
  readonly name: Localized;
  /** Every other name: Hangul spellings, abbreviations, earlier and later names. */
  readonly aliases: readonly string[];
  /** One sentence on what it is. Empty record for topics found from headings alone. */
  readonly summary: Localized;
  /** Official page, http or https. */
  readonly url: string | undefined;
  /** What became of it since the posts were written. */
  readonly now: Localized;
  readonly source: 'glossary' | 'heading';
  /** Sections whose heading names it, in reading order. */
  readonly about: readonly SectionRef[];
  /** Sections whose text names it and whose heading does not, in reading order. */
  readonly mentions: readonly SectionRef[];
  /** Ids of topics that share sections with it, closest first, at most 10. */
  readonly related: readonly string[];
}

/** Something wrong or doubtful in the content folder, and what to do about it. */
export interface Finding {
  readonly level: 'error' | 'warning';
  /** Path below the content folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** A stable word for machines, such as `no-title`. */
  readonly code: string;
  /** One English sentence: what is wrong and what to do. */
  readonly message: string;
}
