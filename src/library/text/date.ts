import { memoize } from '../compute/memoize.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The optional rest of a date: time, fraction and zone, with common stray spaces, or a zone alone. */
const TIME = String.raw`(?:[T\s,]+(?:(?:오전|오후|上午|下午|午前|午後)\s*)?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp][Mm])?\s*(?:Z|[A-Z]{2,5}|(?:UTC|GMT)?\s*[+-]\s*\d{1,2}:?(?:\d{2})?)?|\s+[+-]\d{2}:?\d{2})?`;

const NUMERIC = new RegExp(String.raw`^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\.?${TIME}$`, 'u');
const KOREAN = new RegExp(String.raw`^(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일${TIME}$`, 'u');
const CHINESE = new RegExp(String.raw`^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日${TIME}$`, 'u');
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;
const DAY_FIRST = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})${TIME}$`,
  'u',
);
const MONTH_FIRST = new RegExp(
  String.raw`^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`,
  'u',
);

function civil(year: string, month: string | number, day: string): string | undefined {
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
    return date.year >= 1000 ? date.toString() : undefined;
  } catch {
    return undefined;
  }
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/**
 * The civil date `YYYY-MM-DD` as the author wrote it, without conversion between time zones.
 * Undefined where it is malformed or does not exist.
 */
export function civilDate(written: string): string | undefined {
  return remembered(written) || undefined;
}

const remembered = memoize((written) => readDate(written) ?? '', 10_000);

function readDate(written: string): string | undefined {
  const text = written.normalize('NFKC').trim();
  for (const pattern of [NUMERIC, KOREAN, CHINESE, COMPACT]) {
    const found = pattern.exec(text);
    if (found) return civil(found[1] ?? '', found[2] ?? '', found[3] ?? '');
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return civil(dayFirst[3] ?? '', monthOf(dayFirst[2] ?? ''), dayFirst[1] ?? '');
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return civil(monthFirst[3] ?? '', monthOf(monthFirst[1] ?? ''), monthFirst[2] ?? '');
  return undefined;
}

const IN_NAME = /^(\d{4})([-_.]?)(\d{1,2})\2(\d{1,2})(?:[-_. ]+(.+))?$/u;

/** The date at the front of a file's or folder's name, and the rest of the name without its extension. */
export const dateInName: (name: string) => { readonly date: string | undefined; readonly slug: string } =
  memoize((name) => {
    const base = name.replace(/\.(?:mdx?|markdown)$/iu, '');
    const found = IN_NAME.exec(base);
    const [, year = '', mark = '', month = '', day = '', rest = ''] = found ?? [];
    const whole = mark !== '' || month.length + day.length === 4;
    const date = found && whole ? civil(year, month, day) : undefined;
    return { date, slug: date === undefined ? base : rest || base };
  });

/** The date that a path names: the file, else the folder next to it, or folders of year, month and day. */
export function dateInPath(file: string): string | undefined {
  const names = file.split('/').reverse();
  const [own] = names.flatMap((name) => dateInName(name).date ?? []);
  if (own !== undefined) return own;
  const [, year = '', month = '', day = ''] = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})(?:\/|$)/u.exec(file) ?? [];
  return year === '' ? undefined : civil(year, month, day);
}
