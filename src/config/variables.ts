import { isIP } from 'node:net';
import { z } from 'zod';
import { LOCALES } from '#locales/index.ts';
import { readAddress } from '#store/address.ts';
import { readGitAddress } from '../git/address.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
/** The log level, as in pino. */
export type LogLevel = (typeof LOG_LEVELS)[number];

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

const withoutEndingSlash = (url: string): string => url.replace(/\/+$/, '');

const isDatabaseAddress = (text: string): boolean => {
  try {
    readAddress(text);
    return true;
  } catch {
    return false;
  }
};

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

export type Settings = z.infer<typeof SETTINGS>;
