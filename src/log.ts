import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { LogLevel } from './config.ts';

export type { Logger } from 'pino';

/**
 * Interaction tokens stand in the addresses of callbacks and webhooks, and whoever has one may speak as the bot.
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints
 */
const ADDRESS_WITH_TOKEN = /(\/(?:interactions|webhooks)\/\d+\/)[\w.~%+=-]+/g;
const PASSWORD_IN_URL = /(\b[a-z]+:\/\/[^\s:/@"]*:)[^\s@/"]+@/g;

/** Takes everything out of a line that must not be read: addresses' tokens, passwords, and the secrets given. */
export const scrub = (line: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret.length > 0)
    .reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)
    .replace(ADDRESS_WITH_TOKEN, '$1[token]')
    .replace(PASSWORD_IN_URL, '$1[password]@');

/** What an error tells, without the request that it was about: that holds what people wrote. */
const briefly = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const { requestBody: _requestBody, rawError: _rawError, ...told } = pino.stdSerializers.err(error);
  return told;
};

interface LogOptions {
  readonly level: LogLevel;
  readonly secrets: readonly string[];
  /** Readable lines for a person at a terminal, else a JSON object a line. */
  readonly readable: boolean;
}

/** A logger whose every line is scrubbed, whatever an error carried along. */
export const createLog = ({ level, secrets, readable }: LogOptions): Logger => {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: briefly },
    hooks: { streamWrite: (line: string) => scrub(line, secrets) },
  };
  return readable
    ? pino(
        options,
        pretty({
          sync: true,
          colorize: true,
          singleLine: true,
          translateTime: 'SYS:HH:MM:ss',
          ignore: 'pid,hostname',
        }),
      )
    : pino(options, pino.destination({ dest: 1, sync: true }));
};
