import type { Locale } from '#locales/index.ts';
import { type GitAddress, readGitAddress } from '../git/address.ts';
import { mistakesBetween } from './combinations.ts';
import { readShardPlan, type ShardPlan } from './shards.ts';
import { type LogLevel, SETTINGS, type Settings } from './variables.ts';

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

/** All errors of the environment, one line a variable, without the values of secrets. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(`The settings are not right:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
    this.mistakes = mistakes;
  }
}

/** The address of a resource, by that of the service: `http://localhost:11434`, `…/v1`, or in full. */
const serviceAddress = (text: string, resource: string): string => {
  const url = new URL(text);
  url.hash = '';
  const folder = url.pathname.replace(/\/+$/, '');
  if (!folder.endsWith(resource)) url.pathname = `${folder === '' ? '/v1' : folder}${resource}`;
  return url.href;
};

/** Each has its own by default: recaps of a trial must not go live, nor the other way round. */
const databaseOf = (token: string | undefined): string =>
  token === undefined ? 'data/playground.sqlite' : 'data/lectern.sqlite';

/** What a program reads the settings for: to be the bot, or to look at posts and the database beside it. */
export type Purpose = 'bot' | 'tool';

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
