/** A parsed heading. */
export interface HeadingName {
  readonly numeral: string | undefined;
  readonly name: string;
  /** True where the name was in angle brackets. */
  readonly bracketed: boolean;
}

const NUMERALS = [
  /^([\u2160-\u217f]+[.)]?)(?=\s|[^\s\u2160-\u217f])\s*/u,
  /^([\u2460-\u24ff\u2776-\u2793])\s*/u,
  /^([0-9]\ufe0f?\u20e3)\s*/u,
  /^(\d{1,3}(?:[.-]\d{1,3})+[.)]?)\s+/u,
  /^(\d{1,3}[.)])\s*(?=\D)/u,
  /^(\(\d{1,3}\))\s*/u,
  /^([IVXLC]{1,7}[.)])\s+/u,
  /^([A-Z][.)])\s+/u,
  /^([가나다라마바사아자차카타파하][.)])\s+/u,
  /^(제\s?\d{1,3}\s?[장절부])\s*[.:]?\s+/u,
];

const BRACKETS = [/^<\s*(.*?)\s*>$/u, /^＜\s*(.*?)\s*＞$/u, /^〈\s*(.*?)\s*〉$/u, /^《\s*(.*?)\s*》$/u];

function numeralOf(text: string): { readonly numeral: string; readonly rest: string } | undefined {
  for (const pattern of NUMERALS) {
    const found = pattern.exec(text);
    const numeral = found?.[1];
    if (found && numeral !== undefined && text.length > found[0].length) {
      return { numeral, rest: text.slice(found[0].length) };
    }
  }
  return undefined;
}

/**
 * Removes numbering, angle brackets and a closing colon from a heading, unless nothing would be left: the name of a
 * heading `1.` is `1.`.
 */
export function headingName(heading: string): HeadingName {
  let name = heading.normalize('NFC').replace(/\s+/gu, ' ').trim();
  let numeral: string | undefined;
  let bracketed = false;
  for (let round = 0; round < 3; round += 1) {
    const inside = BRACKETS.map((pattern) => pattern.exec(name)?.[1]).find((text) => text);
    if (inside !== undefined) {
      name = inside;
      bracketed = true;
    }
    const numbered = numeral === undefined ? numeralOf(name) : undefined;
    if (numbered === undefined) break;
    numeral = numbered.numeral;
    name = numbered.rest.trim();
  }
  const withoutColon = name.replace(/\s*[:：]$/u, '');
  return { numeral, name: withoutColon === '' ? name : withoutColon, bracketed };
}
