/** What words of a question tell of what is asked of the talks, beside the thing or the talk that it names. */
export type TalkMark =
  /** Says nothing of it. */
  | 'frame'
  /** Says what the talks are like, in words that no list knows. */
  | 'aside'
  | 'name'
  /** The talks, posts, or parts of these. */
  | 'talk'
  /** What talks do with what they are about; and what the thing that is named is to them. */
  | 'told'
  | 'matter'
  /** That something is there, looked for, of interest, met somewhere; where, how often, which one by number, and whether at all. */
  | 'there'
  | 'find'
  | 'interest'
  | 'seen'
  | 'where'
  | 'whether'
  | 'count'
  | 'order'
  /** Who spoke, with what tells that somebody did. */
  | 'who'
  | 'person'
  | 'speaker'
  | 'did'
  | 'called'
  /** What a talk comes to. */
  | 'gist';
