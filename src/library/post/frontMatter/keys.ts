import type { Keys } from '../dialects/dialect.ts';
import { DIALECTS } from '../dialects/index.ts';
import { decodeEntities } from '../markdown/html.ts';
import type { FrontMatter, Problem } from '../model.ts';
import { readTalk } from '../talk/talk.ts';
import { tableOf, type Values, wordOf } from './values.ts';

/** The names of a key, those that most generators use first, then those of each dialect. */
function named(part: keyof Keys, ...first: readonly string[]): string[] {
  return [...new Set([...first, ...DIALECTS.flatMap(({ keys }) => keys?.[part] ?? [])])];
}

const TITLE = named('title', 'displaytitle', 'display_title', 'title');
const DATE = named('date', 'date');
const TAGS = named('tags', 'tags');
const SUMMARY = named(
  'summary',
  'summary',
  'description',
  'excerpt',
  'lede',
  'lead',
  'desc',
  'spoiler',
  'tldr',
  'blurb',
  'teaser',
);
const PLACE = ['weight', 'sidebar_position', 'nav_order', 'order', 'position'];
const IMAGE = named('image', 'image', 'thumbnail', 'img', 'header');
const FROM = named('from');
const UNTIL = named('until');
const HIDDEN_IF = named('hiddenIf', 'draft', 'private', 'unlisted');
const HIDDEN_UNLESS = named(
  'hiddenUnless',
  'published',
  'visible',
  'publish',
  'public',
  'listed',
  'ispublished',
  'is_published',
);

function text(values: Values, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = values[name];
    const word = typeof value === 'boolean' && name !== 'title' ? undefined : wordOf(value);
    if (word !== undefined) return word;
  }
  return undefined;
}

function list(values: Values, name: string, splitWords: boolean): string[] {
  const value = values[name];
  if (value === undefined) return [];
  const parts =
    typeof value === 'string'
      ? value.replace(/^\[|\]$/gu, '').split(value.includes(',') ? ',' : splitWords ? /\s+/u : '\n')
      : Array.isArray(value)
        ? value
            .flat()
            .filter((part) => typeof part === 'string' || typeof part === 'number')
            .map(String)
        : typeof value === 'number'
          ? [String(value)]
          : [];
  return parts
    .map((part) =>
      part
        .normalize('NFC')
        .replace(/^\s*["']|["']\s*$/gu, '')
        .trim()
        .replace(/^\[+|\]+$/gu, ''),
    )
    .filter((part) => part !== '');
}

const yes = (value: unknown): boolean =>
  value !== undefined && /^(?:true|yes|on|y|1)$/iu.test(wordOf(value) ?? '');
const no = (value: unknown): boolean =>
  value !== undefined && /^(?:false|no|off|n|0)$/iu.test(wordOf(value) ?? '');

function imageOf(values: Values): string | undefined {
  for (const name of IMAGE) {
    const written = values[name];
    const value: unknown = Array.isArray(written) ? written[0] : written;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value !== 'object' || value === null) continue;
    const record: Values = { ...value };
    const found = text(record, ['path', 'url', 'src', 'image', 'teaser', 'overlay_image']);
    if (found !== undefined) return found;
  }
  return undefined;
}

function numberOf(
  values: Values,
  lines: Readonly<Record<string, number>>,
  problems: Problem[],
): number | undefined {
  const written = values['number'] ?? (typeof values['session'] === 'number' ? values['session'] : undefined);
  if (written === undefined || written === null || written === '') return undefined;
  const number =
    typeof written === 'number' ? written : Number(typeof written === 'string' ? written : Number.NaN);
  if (Number.isSafeInteger(number) && number >= 0 && number < 100_000) return number;
  problems.push({
    level: 'warning',
    line: lines['number'] ?? lines['session'] ?? 1,
    code: 'bad-number',
    message: `The number "${String(written)}" is not a whole number from 0 on; write it like "number: 5".`,
  });
  return undefined;
}

function placeOf(values: Values): number | undefined {
  const within = tableOf(values['sidebar']) ?? {};
  const written = [...PLACE.map((name) => values[name]), within['order']].map(Number);
  return written.find((place) => Number.isFinite(place) && place > 0 && place < 100_000);
}

const UNFINISHED =
  /^(?:draft|private|hidden|unpublished|wip|초안|작성\s?중|비공개|下書き|非公開|草稿|隐藏)$/iu;

/** A key and the ways in which others ask the same: `isDraft`, `is_draft`. */
const asked = (names: readonly string[]): string[] =>
  names.flatMap((name) => [name, `is${name}`, `is_${name}`]);

const HIDING = asked([...HIDDEN_IF, 'hidden']);
const SHOWING = asked(HIDDEN_UNLESS);

/** The key that keeps a post out, as its generator would. */
function hidingKey(values: Values): string | undefined {
  const said = HIDING.find((name) => yes(values[name]));
  const denied = SHOWING.find((name) => no(values[name]));
  const status = ['status', 'visibility', 'state', '상태'].find((name) =>
    UNFINISHED.test(wordOf(values[name]) ?? ''),
  );
  const unbuilt = [values['build'], values['_build']].some(
    (options) =>
      typeof options === 'object' &&
      options !== null &&
      'render' in options &&
      /^(?:never|false)$/u.test(String(options.render)),
  );
  const locked = wordOf(values['password']) === undefined ? undefined : 'password';
  return said ?? denied ?? status ?? (unbuilt ? 'build' : locked);
}

/** The day as a text; of a table that which begins, as databases of pages write it: `date: { start: 2024-05-01 }`. */
function dayOf(values: Values, names: readonly string[]): string | undefined {
  for (const name of names) {
    const day =
      text(values, [name]) ?? text(tableOf(values[name]) ?? {}, ['start', 'start_date', 'from', 'date']);
    if (day !== undefined) return day;
  }
  return undefined;
}

/** Tables that hold what other generators keep at the top. */
const TABLES = ['extra', 'params', 'taxonomies'];

function flat(values: Values): Values {
  const out: Record<string, unknown> = {};
  for (const name of TABLES) {
    const table = values[name];
    if (typeof table === 'object' && table !== null && !Array.isArray(table))
      Object.assign(out, flat({ ...table }));
  }
  for (const [name, value] of Object.entries(values)) out[name.normalize('NFC').toLowerCase()] = value;
  return out;
}

/** Keys by their names, and by those without the marks that part words: `pub_date` and `pub-date` say what `pubdate` does. */
const withJoined = <T>(keys: Readonly<Record<string, T>>): Record<string, T> => ({
  ...Object.fromEntries(Object.entries(keys).map(([key, value]) => [key.replace(/[\s_-]+/gu, ''), value])),
  ...keys,
});

/** A title without output of variables, as far as it says itself what stands there otherwise. */
const withoutOutput = (title: string): string =>
  title.includes('{{')
    ? title
        .replace(
          /\{\{[^{}]*?(?:\bdefault:?\s*\(?\s*(["'])(.*?)\1[^{}]*)?\}\}/gu,
          (_, _quote, said?: string) => said ?? '',
        )
        .trim()
    : title;

/** Reads the keys that we know, whatever they are called where the post was written. */
export function frontMatterOf(
  written: Values,
  writtenLines: Readonly<Record<string, number>>,
  problems: Problem[],
): FrontMatter {
  const values = withJoined(flat(written));
  const lines = withJoined(
    Object.fromEntries(
      Object.entries(writtenLines).map(([key, line]) => [key.normalize('NFC').toLowerCase(), line]),
    ),
  );
  const session = values['session'];
  const title = text(values, TITLE);
  return {
    title: title === undefined ? undefined : decodeEntities(withoutOutput(title)) || undefined,
    date: dayOf(values, [...DATE, ...FROM]),
    tags: [
      ...new Set([...TAGS.flatMap((name) => list(values, name, true)), ...list(values, 'tag', false)]),
    ].map((tag) => tag.replace(/^#+(?=.)/u, '')),
    categories: [...new Set([...list(values, 'category', false), ...list(values, 'categories', true)])],
    number: numberOf(values, lines, problems),
    place: placeOf(values),
    event: text(values, ['event']),
    track: text(values, ['track']),
    session: typeof session === 'string' ? text(values, ['session']) : undefined,
    summary: text(values, SUMMARY),
    lang: text(values, ['lang', 'language', 'locale']),
    translationOf: text(values, ['translation_of']),
    translationKey: text(values, ['translationkey', 'translation_key', 'lang-ref', 'lang_ref', 'ref']),
    id: text(values, ['id']),
    aliases: list(values, 'aliases', false),
    url: text(values, ['url', 'permalink']),
    slug: text(values, ['slug']),
    image: imageOf(values),
    hiddenBy: hidingKey(values),
    from: text(values, FROM),
    until: text(values, UNTIL),
    talk: readTalk(values, lines, problems),
    lines,
  };
}
