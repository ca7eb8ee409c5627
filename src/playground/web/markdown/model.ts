/** An inline element of Discord's Markdown. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler';
      readonly children: readonly Inline[];
    }
  | { readonly type: 'code'; readonly text: string }
  | {
      readonly type: 'link';
      readonly url: string;
      readonly children: readonly Inline[];
      readonly title?: string;
    }
  | { readonly type: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly type: 'everyone'; readonly name: 'everyone' | 'here' }
  /** `</name:id>`; the name may include a subcommand after a space. */
  | { readonly type: 'command'; readonly name: string; readonly id: string }
  /** `<t:seconds:style>`. */
  | { readonly type: 'time'; readonly seconds: number; readonly style: TimeStyle }
  | { readonly type: 'emoji'; readonly name: string; readonly id: string };

/** The styles that Discord documents for `<t:…:X>`, message formatting, "Timestamp Styles". */
export type TimeStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 's' | 'S' | 'R';

export interface ListItem {
  readonly children: readonly Inline[];
  /** Nested lists. */
  readonly lists: readonly List[];
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  /** Number of the first item; 1 for bullets. */
  readonly start: number;
  readonly items: readonly ListItem[];
}

export type Block =
  /** Lines of text, line breaks kept. */
  | { readonly type: 'text'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly type: 'subtext'; readonly children: readonly Inline[] }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  | { readonly type: 'code'; readonly language: string; readonly text: string }
  | List;
