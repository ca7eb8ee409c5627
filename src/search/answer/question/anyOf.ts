/**
 * A pattern that fits where one of several does: where it does not, and of most questions it does not, one search in a
 * text takes the place of many.
 */
export const anyOf = (patterns: readonly RegExp[], flags = 'u'): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), flags);
