/**
 * Invisible letters that turn text around or hide in it: overrides and isolates of the writing direction,
 * zero-width spaces and joiners, invisible operators, tags. Joiners stay between letters and emoji that need them.
 */
const HIDDEN =
  /[\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Variation_Selector}\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{Extended_Pictographic}\p{Variation_Selector}])|(?<=[\p{Script=Latin}\p{Script=Hangul}\p{Script=Han}\p{Nd}])[\u200C\u200D]|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]{0,8})[\u{E0000}-\u{E007F}]/gu;

/** Hardly any text has one of them. */
const MAY_HIDE =
  /[\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;

/** A text without letters that hide in it; what is seen of it does not change. */
export const withoutHidden = (text: string): string =>
  MAY_HIDE.test(text) ? text.replace(HIDDEN, '') : text;

/** What Discord would draw, were it not in a place where it draws text alone: first the pattern, then what is left. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/!?\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/g, '$1'],
  [/<@[!&]?\d+>|<#\d+>|<t:-?\d+(?::[tTdDfFR])?>|<id:\w+>/g, ''],
  [/<(\/[^:<>]+):\d+>/g, '$1'],
  [/<a?(:\w+:)\d+>/g, '$1'],
  [/<(https?:\/\/[^\s<>]+)>/g, '$1'],
  [/`+([^`]+)`+/g, '$1'],
  [/\*\*([^*]+)\*\*/g, '$1'],
  [/~~([^~]+)~~/g, '$1'],
  [/\|\|([^|]+)\|\|/g, '$1'],
  [/(?<![\p{L}\p{N}*\\])\*(?=\S)([^*]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1'],
];

/** Each mark has one of them, and few labels do. */
const MAY_MARK = /[[<`*~|]/;

/**
 * A text for where Discord draws no Markdown: labels, descriptions, names. Without marks, mentions and hidden letters.
 */
export const plainLabel = (text: string): string => {
  const shown = withoutHidden(text.toWellFormed());
  return MAY_MARK.test(shown)
    ? MARKS.reduce((plain, [pattern, left]) => plain.replace(pattern, left), shown)
    : shown;
};

/** True for an address that may be opened: http or https, without a user name or password. */
export const isOpenable = (url: string): boolean => {
  const parsed = URL.parse(url);
  return (
    parsed !== null &&
    (parsed.protocol === 'https:' || parsed.protocol === 'http:') &&
    parsed.username === '' &&
    parsed.password === ''
  );
};
