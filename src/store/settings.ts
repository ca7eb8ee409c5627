/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** How a setting of a subscription is kept: its column in `subscriptions`, and how a value is written and read. */
interface StoredSetting<Value, Name extends string, Cell extends string | number | null> {
  readonly column: Name;
  readonly type: 'text' | 'integer';
  readonly write: (value: Value) => Cell;
  /** @throws for what no version of this program has written */
  readonly read: (cell: Cell) => Value;
}

const text = <N extends string>(column: N): StoredSetting<string, N, string> => ({
  column,
  type: 'text',
  write: (value) => value,
  read: (cell) => cell,
});

const optionalText = <N extends string>(column: N): StoredSetting<string | undefined, N, string | null> => ({
  column,
  type: 'text',
  write: (value) => value ?? null,
  read: (cell) => cell ?? undefined,
});

const flag = <N extends string>(column: N): StoredSetting<boolean, N, number> => ({
  column,
  type: 'integer',
  write: (value) => (value ? 1 : 0),
  read: (cell) => cell === 1,
});

const count = <N extends string>(column: N): StoredSetting<number, N, number> => ({
  column,
  type: 'integer',
  write: (value) => value,
  read: (cell) => cell,
});

const oneOf = <N extends string, const T extends string>(
  column: N,
  allowed: readonly T[],
): StoredSetting<T, N, string> => ({
  column,
  type: 'text',
  write: (value) => value,
  read: (cell) => {
    const found = allowed.find((one) => one === cell);
    if (found === undefined) throw new Error(`The database has an unknown ${column}: ${cell}`);
    return found;
  },
});

const list = <N extends string>(column: N): StoredSetting<readonly string[], N, string> => ({
  column,
  type: 'text',
  write: (value) => value.join(','),
  read: (cell) => cell.split(',').filter((one) => one !== ''),
});

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** ISO weekdays as digits, `12345`. */
const weekdays = <N extends string>(column: N): StoredSetting<readonly Weekday[], N, string> => ({
  column,
  type: 'text',
  write: (value) => value.join(''),
  read: (cell) => WEEKDAYS.filter((day) => cell.includes(String(day))),
});

const FILTER_KINDS = ['event', 'tag', 'speaker', 'topic'] as const;

/** What a recap is about: sessions of an event, with a tag, by a speaker, or on a topic (`value` is its id). */
export interface RecapFilter {
  readonly kind: (typeof FILTER_KINDS)[number];
  readonly value: string;
}

/** A filter as text: `event:AI Fest`. */
export const writeFilter = ({ kind, value }: RecapFilter): string => `${kind}:${value}`;

/** Reads `event:AI Fest`; undefined for a text that is none. */
export function readFilter(written: string): RecapFilter | undefined {
  const [, name, value] = /^([a-z]+):\s*(.*\S)\s*$/.exec(written) ?? [];
  const kind = FILTER_KINDS.find((one) => one === name);
  return kind === undefined || value === undefined ? undefined : { kind, value };
}

const filter = <N extends string>(column: N): StoredSetting<RecapFilter | undefined, N, string | null> => ({
  column,
  type: 'text',
  write: (value) => (value === undefined ? null : writeFilter(value)),
  read: (cell) => {
    if (cell === null) return undefined;
    const found = readFilter(cell);
    if (found === undefined) throw new Error(`The database has an unknown ${column}: ${cell}`);
    return found;
  },
});

/**
 * The settings of a subscription, each declared once. From here follow its type, its column (a step in migrations.ts
 * adds it: where that is missing, no database can be opened), what is written and read, and, as records by these
 * names, how people choose it and see it (commands/recap/settings.ts) and its row in README.
 */
export const SETTINGS = {
  /** Civil time of day, `HH:MM`. */
  time: text('time'),
  /** New posts are announced when they appear, not at `time`. */
  atOnce: flag('at_once'),
  /** IANA name. */
  timeZone: text('time_zone'),
  /** Sorted, at least one. */
  days: weekdays('days'),
  /** Number of items of a digest, 2 to 7. */
  count: count('count'),
  filter: filter('filter'),
  /** Language of the posts and, if the bot has it, of the page. */
  language: text('language'),
  /** The only role that may be pinged. */
  mentionRoleId: optionalText('mention_role_id'),
  /** Opens a thread under each recap. */
  thread: flag('thread'),
  /** Ids of the tags that a forum's posts get, at most 5. */
  tags: list('tags'),
  /** After the last item: `again` from the beginning, or `stop` until there is a new one. */
  repeat: oneOf('repeat', ['again', 'stop']),
} as const;

type Settings = typeof SETTINGS;
export type SettingName = keyof Settings;

/** The settings of a recap: see `SETTINGS`. */
export type RecapSettings = { readonly [K in SettingName]: ReturnType<Settings[K]['read']> };

/** The columns of the settings. */
export type SettingColumns = {
  [K in SettingName as Settings[K]['column']]: ReturnType<Settings[K]['write']>;
};

const names = Object.keys(SETTINGS) as readonly SettingName[];

/** The settings as they are written into a row. */
export const toColumns = (settings: RecapSettings): SettingColumns =>
  Object.fromEntries(
    names.map((name) => [
      SETTINGS[name].column,
      (SETTINGS[name].write as (value: unknown) => unknown)(settings[name]),
    ]),
  ) as unknown as SettingColumns;

/**
 * The settings in a row.
 * @throws for a value that no version of this program has written
 */
export const toSettings = (row: SettingColumns): RecapSettings =>
  Object.fromEntries(
    names.map((name) => {
      const { column, read } = SETTINGS[name];
      return [name, (read as (cell: unknown) => unknown)(row[column])];
    }),
  ) as RecapSettings;

/** The defaults of the settings. The zone and the language are those of the place. */
export const DEFAULT_SETTINGS: RecapSettings = {
  time: '09:00',
  atOnce: false,
  timeZone: 'UTC',
  days: WEEKDAYS,
  count: 5,
  filter: undefined,
  language: 'en',
  mentionRoleId: undefined,
  thread: false,
  tags: [],
  repeat: 'again',
};
