import type { Matter } from './matter.ts';

/** A key at the left edge and what stands behind it; keys that YAML takes for no text are left to it. */
const ENTRY = /^(?!(?:true|false|null) *:)([A-Za-z][\w-]{0,60}):(?: +(.*))?$/iu;
/** Text between quotation marks with nothing in it that means more than itself. */
const QUOTED = /^(?:"([^"\\\p{C}]*)"|'([^'\p{C}]*)')$/u;
/** Words that begin with a letter, or a date: text to YAML 1.2, if they are none of its names. */
const WORDS = /^(?:\p{L}|\d{4}-\d\d?-\d\d?(?![^ T]))(?!.*(?:: | #|:$))[^\p{C}\p{Z}]*(?: +[^\p{C}\p{Z}]+)*$/u;
const NAMED = /^(?:true|false|null)$/iu;
const NUMBER = /^(?:0|[1-9]\d{0,14})$/u;
const ITEM = /^( *)- +(.*)$/u;
const LIST = /^\[ *([^[\]{}"'#:&*!|>%@`?\p{C}]*?) *\]$/u;

type Scalar = string | number | boolean | null;

/** A value of one line: `{ value }`, or undefined where a whole reader of YAML is needed. */
function scalarOf(written: string): { readonly value: Scalar } | undefined {
  const quoted = QUOTED.exec(written);
  if (quoted) return { value: quoted[1] ?? quoted[2] ?? '' };
  if (written === '') return { value: null };
  if (written === 'true' || written === 'false') return { value: written === 'true' };
  if (NUMBER.test(written)) return { value: Number(written) };
  return WORDS.test(written) && !NAMED.test(written) ? { value: written } : undefined;
}

function listOf(written: string): readonly Scalar[] | undefined {
  const inside = LIST.exec(written)?.[1];
  if (inside === undefined) return undefined;
  if (inside === '') return [];
  const values = inside.split(/ *, */u).map((text) => (text === '' ? undefined : scalarOf(text)));
  return values.every((one) => one !== undefined) ? values.map(({ value }) => value) : undefined;
}

/**
 * Reads `key: value` lines and lists of words, which most front matter is, at a tenth of the cost of a whole reader.
 * Undefined for everything else; what it reads, `yaml` reads equally.
 */
export function readFlatYaml(source: string): Matter | undefined {
  const keys: Record<string, unknown> = {};
  const lines: Record<string, number> = {};
  /** The key that stood last, where nothing stood behind it. */
  let open: string | undefined;
  let items: { readonly indent: string; readonly values: Scalar[] } | undefined;
  for (const [at, line] of source.split('\n').entries()) {
    if (line === '') continue;
    if (line.endsWith(' ')) return undefined;
    const [, indent, item] = open === undefined ? [] : (ITEM.exec(line) ?? []);
    if (open !== undefined && indent !== undefined && item !== undefined) {
      const read = scalarOf(item);
      if (!read || read.value === null || (items && items.indent !== indent)) return undefined;
      items ??= { indent, values: [] };
      lines[`${open}/${items.values.length}`] = at + 1;
      items.values.push(read.value);
      keys[open] = items.values;
      continue;
    }
    const [, key, written = ''] = ENTRY.exec(line) ?? [];
    if (key === undefined || Object.hasOwn(keys, key)) return undefined;
    lines[key] = at + 1;
    items = undefined;
    open = written === '' ? key : undefined;
    const single = scalarOf(written);
    // `title: [Kotlin]` is a title, and what an empty one says is not for here to tell.
    const other = key === 'title' && (single === undefined || single.value === null);
    if (other) return undefined;
    const list = single === undefined ? listOf(written) : undefined;
    if (single !== undefined) keys[key] = single.value;
    else if (list !== undefined) {
      keys[key] = list;
      for (const index of list.keys()) lines[`${key}/${index}`] = at + 1;
    } else return undefined;
  }
  return { keys, lines, problems: [] };
}
