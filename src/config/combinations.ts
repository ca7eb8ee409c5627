import { readAddress, SHARED } from '#store/address.ts';
import { isPartOf, readShardPlan } from './shards.ts';
import type { Settings } from './variables.ts';

/** What is wrong with settings that are right each by itself. */
export const mistakesBetween = (settings: Settings): readonly string[] => {
  const plan = readShardPlan(settings.SHARDS, settings.SHARD_COUNT);
  const mistakes: string[] = [];
  if (plan !== 'auto' && 'mistake' in plan) mistakes.push(`${plan.variable} ${plan.mistake}.`);
  else if (isPartOf(plan) && !SHARED[readAddress(settings.DATABASE_URL ?? 'file').kind]) {
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
