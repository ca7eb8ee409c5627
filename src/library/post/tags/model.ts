/** What stands in a tag behind its name. */
export interface TagArguments {
  readonly raw: string;
  /** Words and quoted texts, in order, without what is named. */
  readonly words: readonly string[];
  /** `key=value` and `key: value`. */
  readonly named: Readonly<Record<string, string>>;
}

/** What a tag shows to a reader. */
export type TagReading =
  /** Nothing; what it encloses stays. */
  | { readonly as: 'nothing' }
  /** Nothing, and neither does what it encloses. */
  | { readonly as: 'hidden' }
  /** A block of code. */
  | { readonly as: 'code' }
  /** Markdown in its place. */
  | { readonly as: 'text'; readonly text: (tag: TagArguments) => string }
  /** A quote of what it encloses, under a title. */
  | { readonly as: 'quote'; readonly title: (tag: TagArguments) => string };

/** Something in a post that its generator would fill in and that is unknown here. */
export interface Notice {
  /** Line of the body, from 1. */
  readonly line: number;
  /** As a person would name it: `{% gallery %}`. */
  readonly what: string;
}

/** The input of a rewriting dialect, and its reports. */
export interface Context {
  /** Path of the post below the content folder. */
  readonly file: string;
  /** Reports something unknown that is left out. */
  readonly unknown: (notice: Notice) => void;
}

/** What a container `::: kind Title` becomes: a quote with its title, or its content alone. */
export type ContainerReading = 'quote' | 'content';
