/** What a kramdown attribute list, such as `{: #id .class aliases="A, B"}`, says that we have a use for. */
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

/** The attributes where `text` is nothing but an attribute list. */
export function parseAttributeLine(text: string): Attributes | undefined {
  const list = ALONE.exec(text)?.[1];
  return list === undefined ? undefined : read(list);
}

/** Takes an attribute list off the end of a text. */
export function stripTrailingAttributes(text: string): {
  readonly text: string;
  readonly attributes: Attributes | undefined;
} {
  const found = TRAILING.exec(text);
  const list = found?.[1];
  if (!found || list === undefined) return { text, attributes: undefined };
  return { text: text.slice(0, found.index), attributes: read(list) };
}

/** Takes the attribute list of a picture, a link or a bold run off the front of the text behind it. */
export function stripLeadingAttributes(text: string): string {
  return text.replace(LEADING, '');
}
