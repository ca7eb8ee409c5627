import type { ContainerReading, Context, TagReading } from '../tags/model.ts';

/** What the keys of one generator are called in the front matter of all. */
export interface Keys {
  readonly title?: readonly string[];
  readonly date?: readonly string[];
  readonly tags?: readonly string[];
  readonly summary?: readonly string[];
  readonly image?: readonly string[];
  /** The post is kept out before this moment. */
  readonly from?: readonly string[];
  /** The post is kept out from this moment on. */
  readonly until?: readonly string[];
  /** The post is kept out where one of these says yes. */
  readonly hiddenIf?: readonly string[];
  /** The post is kept out where one of these says no. */
  readonly hiddenUnless?: readonly string[];
}

/**
 * How one site generator writes Markdown. Every part is optional, and all dialects are tried on every post: what
 * stands in the post decides.
 */
export interface Dialect {
  readonly name: string;
  /** True of any text that the rest may have to do with; a cheap look that may be wrong in being true. */
  readonly marks: RegExp;
  /** Tags in `{% … %}`, by name. */
  readonly liquid?: Readonly<Record<string, TagReading>>;
  /** Tags in `{{< … >}}` and `{{% … %}}`, by name. */
  readonly shortcodes?: Readonly<Record<string, TagReading>>;
  /** Containers `::: kind`, by kind; those that no dialect knows are quotes. */
  readonly containers?: Readonly<Record<string, ContainerReading>>;
  /** Front matter. */
  readonly keys?: Keys;
  /** True where indentation means no code. */
  readonly flush?: (file: string, text: string) => boolean;
  /**
   * Frees what stands to be read literally, before code is separated from prose. `literal` makes a text that no later step
   * reads.
   */
  readonly literal?: (text: string, literal: (text: string) => string) => string;
  /** Rewrites prose as plain Markdown with the same number of lines; code stands in it as marks. */
  readonly rewrite?: (text: string, context: Context) => string;
}
