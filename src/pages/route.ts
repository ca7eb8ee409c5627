import type { Language } from '#library/model.ts';

/** The address of a page. `part` counts from 1: pages of a text, or of a menu. */
export type Route = (
  | { readonly page: 'index'; readonly part: number }
  | { readonly page: 'session'; readonly session: string; readonly part: number }
  | { readonly page: 'section'; readonly session: string; readonly section: string; readonly part: number }
  | { readonly page: 'topic'; readonly topic: string; readonly part: number }
  | { readonly page: 'help' }
) & {
  /** A language that the reader chose; without it the reader's locale decides. */
  readonly language?: Language;
  /** Key of the delivery whose message carries the control (`?r=`): the ledger finds the message again by it. */
  readonly recap?: string;
};

/** What a button or a menu entry does: opens a page, or posts it where everybody sees it. */
export type Control = { readonly kind: 'open' | 'share'; readonly route: Route };
