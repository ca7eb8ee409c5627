import { isIP } from 'node:net';
import { z } from 'zod';
import { LOCALES, type Locale } from '#locales/index.ts';
import { readAddress } from '#store/address.ts';
import { type GitAddress, readGitAddress } from './git/address.ts';
import { isPartOf, readShardPlan, type ShardPlan } from './shards.ts';

/** The validated environment. */
export interface Config {
  /** Undefined without a Discord application: then the playground is started. */
  readonly token: string | undefined;
  readonly apiUrl: string;
  readonly contentDir: string;
  /** The repository that the posts are copied from, in place of `contentDir`. */
  readonly contentGit: GitAddress | undefined;
  readonly siteUrl: string | undefined;
  /** Where DATABASE_URL is not set: a file of the bot's own, or of the playground's. */
  readonly databaseUrl: string;
  readonly locale: Locale;
  readonly timeZone: string;
  /** Days for which `/recap history` goes back. */
  readonly keepHistoryDays: number;
  /** Milliseconds for which a Discord, or a database, that cannot be reached is tried again at the start. */
  readonly startPatience: number;
  readonly logLevel: LogLevel;
  readonly port: number;
  /** Answers a minute to messages that mention the bot; undefined: it asks Discord for no messages. */
  readonly mentions: { readonly perPerson: number; readonly perChannel: number } | undefined;
  /** Which shards of the gateway this process runs. */
  readonly shards: ShardPlan;
  /** False: interactions come by HTTP alone. */
  readonly gateway: boolean;
  /** Whether answers can be marked, and what is not covered is kept. */
  readonly feedback: boolean;
  /** Where sections and questions are embedded; undefined: words alone rank them. */
  readonly embeddings: ModelService | undefined;
  /** Where a model writes answers from passages; undefined: answers are quotes alone. */
  readonly model: ModelService | undefined;
  /** The address on which the ports listen. */
  readonly host: string;
  /** What people have to type before the playground opens; needed where it is open to others. */
  readonly playgroundPassword: string | undefined;
  /** Discord's interactions endpoint; undefined: there is none. The playground has a key of its own. */
  readonly http: { readonly port: number; readonly publicKey: string | undefined } | undefined;
  /** Where health and metrics are shown; undefined: nowhere. The same port as for interactions will do. */
  readonly healthPort: number | undefined;
}

/** A service with OpenAI's API, and the model that is asked there. */
export interface ModelService {
  /** The whole address that requests go to. */
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
/** The log level, as in pino. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All errors of the environment, one line a variable, without the values of secrets. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(`The settings are not right:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
    this.mistakes = mistakes;
  }
}

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const isAddress = (protocols: readonly string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

/** An address that a key may be sent to: a password in it would be shown where it is named. */
const isServiceAddress = (text: string): boolean => {
  if (!isAddress(['http:', 'https:'])(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
};

/** The address of what is asked, of that of the service: `http://localhost:11434`, `…/v1`, or in full. */
const serviceAddress = (text: string, resource: string): string => {
  const url = new URL(text);
  url.hash = '';
  const folder = url.pathname.replace(/\/+$/, '');
  if (!folder.endsWith(resource)) url.pathname = `${folder === '' ? '/v1' : folder}${resource}`;
  return url.href;
};

const withoutEndingSlash = (url: string): string => url.replace(/\/+$/, '');

const isDatabaseAddress = (text: string): boolean => {
  try {
    readAddress(text);
    return true;
  } catch {
    return false;
  }
};

/** Each has its own by default: what was tried out must not go live, and what is live must not be tried out on. */
const databaseOf = (token: string | undefined): string =>
  token === undefined ? 'data/playground.sqlite' : 'data/lectern.sqlite';

/** What may stand in an Authorization header; Discord does not document the shape of a token. */
const TOKEN = /^[\w.~+/=-]+$/;

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

const ONE_OR_MORE = /^[1-9]\d{0,3}$/;

const SERVICE =
  "must be the http or https address of a service with OpenAI's API, without a name and password in it, for example http://localhost:11434/v1";
const KEY = /^[\x21-\x7e]+$/;
const NO_KEY = 'must be a key as the service has given it: one line, without spaces';

/** Every setting. Each message names the expected value with an example; the variable's name is prepended. */
export const SETTINGS = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(
      TOKEN,
      'is not a bot token: copy it from the Bot page of your application (three parts with dots between, such as MTIz….Gabc12.x-Yz…, without "Bot" in front), or leave it empty to try the playground',
    )
    .optional(),
  DISCORD_API_URL: z
    .string()
    .refine(
      isAddress(['http:', 'https:']),
      'must be an http or https address, for example https://discord.com/api',
    )
    .transform(withoutEndingSlash)
    .default('https://discord.com/api'),
  CONTENT_DIR: z.string().default('content'),
  CONTENT_GIT: z
    .string()
    .refine(
      (text) => readGitAddress(text) !== undefined,
      'must be the https address of a git repository, with its branch and folder where they are needed, for example https://github.com/me/blog.git#main:_posts',
    )
    .optional(),
  SITE_URL: z
    .string()
    .refine(
      isAddress(['http:', 'https:']),
      'must be the http or https address where the posts are published, for example https://example.github.io',
    )
    .transform(withoutEndingSlash)
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isDatabaseAddress,
      'must be a file such as data/lectern.sqlite, or postgres://user:password@host/database (with / ? # @ in the password as %2F %3F %23 %40)',
    )
    .optional(),
  DEFAULT_LOCALE: z
    .enum(LOCALES, { error: `must be one of ${LOCALES.join(', ')}, for example DEFAULT_LOCALE=ko` })
    .default('ko'),
  DEFAULT_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone, for example Asia/Seoul')
    .default('Asia/Seoul'),
  KEEP_HISTORY_DAYS: z
    .string()
    .regex(
      /^(?:[3-9]\d|[1-9]\d{2,4})$/,
      'must be a number of days from 30 on, for example KEEP_HISTORY_DAYS=400',
    )
    .transform(Number)
    .default(400),
  START_PATIENCE: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a number of seconds, for example START_PATIENCE=300')
    .transform(Number)
    .default(300),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}, for example LOG_LEVEL=info` })
    .default('info'),
  PORT: z
    .string()
    .refine(isPort, 'must be a port number from 0 (any free one) to 65535, for example PORT=4100')
    .transform(Number)
    .default(4100),
  SHARDS: z.string().optional(),
  SHARD_COUNT: z.string().optional(),
  GATEWAY: z.enum(['on', 'off'], { error: 'must be on or off, for example GATEWAY=off' }).default('on'),
  PLAYGROUND_PASSWORD: z
    .string()
    .min(12, 'needs at least twelve characters, for example a line of four words')
    .optional(),
  MENTIONS: z.enum(['on', 'off'], { error: 'must be on or off, for example MENTIONS=off' }).default('on'),
  MENTIONS_PER_PERSON: z
    .string()
    .regex(ONE_OR_MORE, 'must be a number of answers a minute from 1 on, for example MENTIONS_PER_PERSON=6')
    .transform(Number)
    .default(6),
  MENTIONS_PER_CHANNEL: z
    .string()
    .regex(ONE_OR_MORE, 'must be a number of answers a minute from 1 on, for example MENTIONS_PER_CHANNEL=30')
    .transform(Number)
    .default(30),
  FEEDBACK: z.enum(['on', 'off'], { error: 'must be on or off, for example FEEDBACK=on' }).default('off'),
  EMBEDDINGS_URL: z.string().refine(isServiceAddress, SERVICE).optional(),
  EMBEDDINGS_MODEL: z.string().optional(),
  EMBEDDINGS_KEY: z.string().regex(KEY, NO_KEY).optional(),
  MODEL_URL: z.string().refine(isServiceAddress, SERVICE).optional(),
  MODEL: z.string().optional(),
  MODEL_KEY: z.string().regex(KEY, NO_KEY).optional(),
  HTTP_PORT: z
    .string()
    .refine(isPort, 'must be a port number from 0 (any free one) to 65535, for example HTTP_PORT=8080')
    .transform(Number)
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(
      /^[\da-f]{64}$/i,
      'must be the Public Key from the page General Information of your application, 64 hexadecimal digits, for example 0123…cdef',
    )
    .optional(),
  HEALTH_PORT: z
    .string()
    .refine(isPort, 'must be a port number from 0 (any free one) to 65535, for example HEALTH_PORT=9090')
    .transform(Number)
    .optional(),
  HOST: z
    .string()
    .refine(
      (text) => isIP(text) !== 0 || text === 'localhost',
      'must be an address of this machine, for example 127.0.0.1, or 0.0.0.0 for all of them',
    )
    .default('127.0.0.1'),
});

type Settings = z.infer<typeof SETTINGS>;

/** What a program reads the settings for: to be the bot, or to look at posts and the database beside it. */
export type Purpose = 'bot' | 'tool';

/** What is wrong with settings that are right each by itself. */
const mistakesBetween = (settings: Settings): readonly string[] => {
  const plan = readShardPlan(settings.SHARDS, settings.SHARD_COUNT);
  const mistakes: string[] = [];
  if (plan !== 'auto' && 'mistake' in plan) mistakes.push(`${plan.variable} ${plan.mistake}.`);
  else if (isPartOf(plan) && readAddress(settings.DATABASE_URL ?? 'file').kind !== 'postgres') {
    mistakes.push(
      'DATABASE_URL must be a PostgreSQL database where SHARDS leaves shards to other processes: they share it, and an SQLite file is for one process alone; for example DATABASE_URL=postgres://user:password@host/lectern.',
    );
  }
  const isOpen =
    settings.HOST !== 'localhost' && settings.HOST !== '::1' && !settings.HOST.startsWith('127.');
  if (isOpen && settings.DISCORD_TOKEN === undefined && settings.PLAYGROUND_PASSWORD === undefined) {
    mistakes.push(
      `PLAYGROUND_PASSWORD is missing: HOST=${settings.HOST} opens the playground to others, who have to type it; for example PLAYGROUND_PASSWORD=four-words-make-one. (Or set DISCORD_TOKEN, and there is no playground.)`,
    );
  }
  const { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: key, HTTP_PORT: port, GATEWAY: gateway } = settings;
  if (port !== undefined && token !== undefined && key === undefined) {
    mistakes.push(
      'DISCORD_PUBLIC_KEY is missing: with HTTP_PORT it tells which requests are from Discord. Copy the Public Key from the page General Information of your application.',
    );
  }
  if (gateway === 'off' && port === undefined) {
    mistakes.push(
      'HTTP_PORT is missing: with GATEWAY=off interactions come by HTTP alone; for example HTTP_PORT=8080, with DISCORD_PUBLIC_KEY.',
    );
  }
  return [
    ...mistakes,
    ...halfSet(settings, 'EMBEDDINGS_URL', 'EMBEDDINGS_MODEL', 'EMBEDDINGS_KEY', 'bge-m3'),
    ...halfSet(settings, 'MODEL_URL', 'MODEL', 'MODEL_KEY', 'qwen3:8b'),
  ];
};

type ServiceSetting =
  | 'EMBEDDINGS_URL'
  | 'EMBEDDINGS_MODEL'
  | 'EMBEDDINGS_KEY'
  | 'MODEL_URL'
  | 'MODEL'
  | 'MODEL_KEY';

/** What is missing of the settings of a service. */
const halfSet = (
  settings: Settings,
  url: ServiceSetting,
  model: ServiceSetting,
  key: ServiceSetting,
  example: string,
): readonly string[] => {
  const set = [url, model, key].filter((name) => settings[name] !== undefined);
  if (set.length === 0) return [];
  const needed = [
    [url, 'the address of the service', 'http://localhost:11434/v1'],
    [model, 'the name of the model there', example],
  ] as const;
  return needed.flatMap(([name, meaning, value]) =>
    settings[name] === undefined
      ? [`${name} is missing: with ${set.join(' and ')} it tells ${meaning}; for example ${name}=${value}.`]
      : [],
  );
};

const serviceOf = (
  url: string | undefined,
  resource: string,
  model: string | undefined,
  key: string | undefined,
): ModelService | undefined =>
  url === undefined || model === undefined ? undefined : { url: serviceAddress(url, resource), model, key };

const shardPlanOf = (settings: Settings): ShardPlan => {
  const plan = readShardPlan(settings.SHARDS, settings.SHARD_COUNT);
  return plan !== 'auto' && 'mistake' in plan ? 'auto' : plan;
};

/** The settings that are right each by itself, and what is wrong with the others, by their names. */
const readEach = (
  set: Readonly<Record<string, string | undefined>>,
): { readonly settings: Settings; readonly wrong: ReadonlyMap<string, string> } => {
  const { data, error } = SETTINGS.safeParse(set);
  if (data !== undefined) return { settings: data, wrong: new Map() };
  const wrong = new Map(error.issues.map(({ path, message }) => [path.join('.'), message]));
  const right = Object.entries(set).filter(([name]) => !wrong.has(name));
  return { settings: SETTINGS.parse(Object.fromEntries(right)), wrong };
};

/**
 * Reads and validates all settings; an empty variable counts as not set.
 * @throws ConfigError with all errors at once.
 */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
  purpose: Purpose = 'bot',
): Config => {
  const set = Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value?.trim() || undefined]),
  );
  const { settings, wrong } = readEach(set);
  const between = [
    ...(purpose === 'bot' ? mistakesBetween(settings) : []),
    ...(set['CONTENT_GIT'] !== undefined && set['CONTENT_DIR'] !== undefined
      ? ['CONTENT_DIR and CONTENT_GIT both say where the posts are; leave one of them out.']
      : []),
  ];
  const mistakes = [
    ...[...wrong].map(([name, message]) => `${name} ${message}.`),
    // What is said of a setting that is wrong by itself is no help.
    ...between.filter((mistake) => !mistake.split(/\W+/).some((word) => wrong.has(word))),
  ];
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return {
    token: settings.DISCORD_TOKEN,
    apiUrl: settings.DISCORD_API_URL,
    contentDir: settings.CONTENT_DIR,
    contentGit: settings.CONTENT_GIT === undefined ? undefined : readGitAddress(settings.CONTENT_GIT),
    siteUrl: settings.SITE_URL,
    databaseUrl: settings.DATABASE_URL ?? databaseOf(settings.DISCORD_TOKEN),
    locale: settings.DEFAULT_LOCALE,
    timeZone: settings.DEFAULT_TIME_ZONE,
    keepHistoryDays: settings.KEEP_HISTORY_DAYS,
    startPatience: 1_000 * settings.START_PATIENCE,
    logLevel: settings.LOG_LEVEL,
    port: settings.PORT,
    shards: shardPlanOf(settings),
    gateway: settings.GATEWAY === 'on',
    mentions:
      settings.MENTIONS === 'on'
        ? { perPerson: settings.MENTIONS_PER_PERSON, perChannel: settings.MENTIONS_PER_CHANNEL }
        : undefined,
    feedback: settings.FEEDBACK === 'on',
    embeddings: serviceOf(
      settings.EMBEDDINGS_URL,
      '/embeddings',
      settings.EMBEDDINGS_MODEL,
      settings.EMBEDDINGS_KEY,
    ),
    model: serviceOf(settings.MODEL_URL, '/chat/completions', settings.MODEL, settings.MODEL_KEY),
    host: settings.HOST,
    playgroundPassword: settings.PLAYGROUND_PASSWORD,
    healthPort: settings.HEALTH_PORT,
    http:
      settings.HTTP_PORT === undefined
        ? undefined
        : { port: settings.HTTP_PORT, publicKey: settings.DISCORD_PUBLIC_KEY },
  };
};

/** Whether anything is to be served by HTTP, beside the playground. */
export const hasPorts = ({ http, healthPort }: Config): boolean =>
  http !== undefined || healthPort !== undefined;
