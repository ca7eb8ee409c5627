import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { PostFailure, PostRefusal } from '#recap/delivery/poster.ts';
import { codeOf } from '../errors.ts';

/** Errors before a connection was established: no request can have reached Discord. */
const NEVER_CONNECTED: readonly (string | number | undefined)[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Classifies a failed request: whether the refusal is final, and whether the request may have taken effect. */
export const failureOf = (error: unknown): PostRefusal | PostFailure => {
  const message = messageOf(error);
  if (error instanceof DiscordAPIError) {
    const code = typeof error.code === 'number' ? error.code : 0;
    return error.status >= 500
      ? { kind: 'failed', status: error.status, made: 'unknown', message }
      : { kind: 'refused', code, status: error.status, message };
  }
  if (error instanceof RateLimitError) {
    return { kind: 'failed', status: 429, retryAfter: error.retryAfter, made: 'no', message };
  }
  if (error instanceof HTTPError) return { kind: 'failed', status: error.status, made: 'unknown', message };
  const made = NEVER_CONNECTED.includes(codeOf(error)) ? 'no' : 'unknown';
  return { kind: 'failed', made, message };
};

/** An answer that promises something and does not hold it: whether it took effect is not known. */
export const unexpectedAnswer = (what: string): PostFailure => ({
  kind: 'failed',
  made: 'unknown',
  message: `Discord answered without ${what}`,
});
