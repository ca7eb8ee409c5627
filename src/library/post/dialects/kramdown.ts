/** The supported part of a kramdown attribute list, such as `{: #id .class aliases="A, B"}`. */
export interface Attributes {
  readonly id: string | undefined;
  readonly aliases: readonly string[];
}

const LIST = String.raw`\{(?::[^{}\n]*|#[\w-]+[^{}\n]*)\}`;
const TRAILING = new RegExp(String.raw`[ \t]*(${LIST})\s*$`, 'u');
const ALONE = new RegExp(String.raw`^\s*(${LIST})\s*$`, 'u');
const LEADING = /^[ \t]*(\{:[^{}\n]*\})/u;

function read(list: string): Attributes {
  const id = /(?:^|[\s{:])#([^\s}.#]+)/u.exec(list)?.[1] ?? /\bid=["']?([^"'\s}]+)/u.exec(list)?.[1];
  const aliases = /\balias(?:es)?=(?:"([^"]*)"|'([^']*)')/u.exec(list);
  return {
    id,
    aliases: (aliases?.[1] ?? aliases?.[2] ?? '')
      .split(',')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
  };
}

/** Parses a line that is only an attribute list. */
export function parseAttributeLine(text: string): Attributes | undefined {
  const list = ALONE.exec(text)?.[1];
  return list === undefined ? undefined : read(list);
}

/** Splits a trailing attribute list from a text. */
export function stripTrailingAttributes(text: string): {
  readonly text: string;
  readonly attributes: Attributes | undefined;
} {
  const found = TRAILING.exec(text);
  const list = found?.[1];
  if (!found || list === undefined) return { text, attributes: undefined };
  return { text: text.slice(0, found.index), attributes: read(list) };
}

/** Removes the attribute list of a picture, a link or bold text from the text that follows it. */
export function stripLeadingAttributes(text: string): string {
  return text.replace(LEADING, '');
}
