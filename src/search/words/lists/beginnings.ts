/** What every text begins with that fits a pattern. */
interface Beginning {
  /** Letters, which may be none. */
  readonly begins: string;
  /** One of these, where that is known. */
  readonly first: ReadonlySet<string> | undefined;
}

/** Letters each of which stands once, and for itself. */
const LETTERS = /^(?:[^\\^$.*+?()[\]{}|](?![?*+{]))*/u;

/** How a pattern begins, which is no choice of several but in groups. */
export function beginningOf(pattern: string): Beginning {
  const [begins = ''] = LETTERS.exec(pattern) ?? [];
  return { begins, first: begins === '' ? readFirst(pattern, 0).first : new Set(begins.charAt(0)) };
}

/** A part of a pattern: a group or its end, a choice, a class, what is escaped, a bound, or a letter. */
const PART =
  /\((?<looks>\?<?[=!])?(?:\?:)?|(?<close>\))|(?<or>\|)|\[(?<members>(?:\\.|[^\]\\])*)\]|\\(?<escaped>p\{[^}]*\}|.)|(?<bound>[$^])|(?<letter>.)/suy;
const QUANTIFIER = /(?:(?<lacks>[?*]|\{0)|\+|\{)[\d,]*\}?\??/uy;
/** Members of a class that are letters one by one. */
const LISTED = /^(?!\^)(?:[^\\-]|\\[^\p{L}\p{N}])*$/u;

/** The letters of which a choice of patterns begins with one, and where the group ends that it stands in. */
function readFirst(pattern: string, start: number): Pick<Beginning, 'first'> & { readonly end: number } {
  const letters = new Set<string>();
  let isAny = false;
  /** True before what an alternative begins with. */
  let isOpen = true;
  let at = start;
  const read = (part: Iterable<string> | undefined): void => {
    QUANTIFIER.lastIndex = at;
    const quantifier = QUANTIFIER.exec(pattern);
    if (quantifier !== null) at = QUANTIFIER.lastIndex;
    if (!isOpen) return;
    for (const letter of part ?? []) letters.add(letter);
    isAny ||= part === undefined;
    isOpen = quantifier?.groups?.['lacks'] !== undefined;
  };
  while (at < pattern.length) {
    PART.lastIndex = at;
    const { looks, close, or, members, escaped, bound, letter } = PART.exec(pattern)?.groups ?? {};
    at = PART.lastIndex;
    if (close !== undefined) break;
    if (or !== undefined) {
      isAny ||= isOpen;
      isOpen = true;
    } else if (members !== undefined) read(LISTED.test(members) ? members.replaceAll('\\', '') : undefined);
    else if (escaped !== undefined) {
      if (!/^[bB]$/u.test(escaped))
        read(ESCAPED.get(escaped) ?? (/^\w/u.test(escaped) ? undefined : escaped));
    } else if (letter !== undefined) read(letter === '.' ? undefined : letter);
    else if (bound === undefined) {
      const { first, end } = readFirst(pattern, at);
      at = end;
      if (looks === undefined) read(first);
    }
  }
  return { first: isAny || isOpen ? undefined : letters, end: at };
}
/** Classes of few letters; of spaces only one is ever read. */
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['s', ' '],
  ['d', '0123456789'],
]);
