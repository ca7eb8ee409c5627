import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config/variables.ts';

export type { Logger } from 'pino';

/**
 * The paths of callbacks and webhooks contain interaction tokens, which allow anyone to act as the bot.
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints
 */
const ADDRESS_WITH_TOKEN = /(\/(?:interactions|webhooks)\/\d+\/)[\w.~%+=-]+/g;
const PASSWORD_IN_URL = /(\b[a-z]+:\/\/[^\s:/@"]*:)[^\s@/"]+@/g;

/** Redacts secrets in a line: tokens in addresses, passwords, and the given secrets. */
export const scrub = (line: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret.length > 0)
    .reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)
    .replace(ADDRESS_WITH_TOKEN, '$1[token]')
    .replace(PASSWORD_IN_URL, '$1[password]@');

/** The details of an error, without its request, which contains text by people. */
const briefly = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const { requestBody: _requestBody, rawError: _rawError, ...told } = pino.stdSerializers.err(error);
  return told;
};

interface LogOptions {
  readonly level: LogLevel;
  readonly secrets: readonly string[];
  /** Where lines go. Default: standard output, a JSON object a line. */
  readonly output?: DestinationStream | undefined;
}

/** A logger that redacts every line. */
export const createLog = ({ level, secrets, output }: LogOptions): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: briefly },
      hooks: { streamWrite: (line: string) => scrub(line, secrets) },
    },
    output ?? pino.destination({ dest: 1, sync: true }),
  );
