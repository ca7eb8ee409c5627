import { RateLimitError } from 'discord.js';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';

/** Errors that an interaction has expired or its channel was deleted; not a fault. */
const GONE: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
];

/** The code of Discord's JSON error, or of the connection error, possibly wrapped in another error. */
export const codeOf = (error: unknown): string | number | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && (typeof error.code === 'string' || typeof error.code === 'number'))
    return error.code;
  return 'cause' in error ? codeOf(error.cause) : undefined;
};

/** A request that did not leave: the final check refused it. */
export class NotSentError extends Error {
  override name = 'NotSentError';
}

/** The recipient of the answer is gone, or will be when Discord would take the answer. */
export const isGone = (error: unknown): boolean => {
  if (isTooLate(error)) return true;
  const code = codeOf(error);
  return code !== undefined && GONE.includes(code);
};

/** The HTTP status that an error of a request carries. */
export const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;

/** True where Discord rejects the token. */
export const isUnauthorized = (error: unknown): boolean =>
  codeOf(error) === 'TokenInvalid' || statusOf(error) === 401;

/** True where Discord rejected the request (4xx). */
export const isClientError = (error: unknown): boolean => {
  const status = statusOf(error) ?? 0;
  return status >= 400 && status < 500;
};

/** True where something is wrong on Discord's side (5xx). */
export const isServerError = (error: unknown): boolean => (statusOf(error) ?? 0) >= 500;

/** True where a request did not leave, or would have had to wait until it is too late for an answer. */
export const isTooLate = (error: unknown): boolean =>
  error instanceof NotSentError || error instanceof RateLimitError;

/** True where the connection broke before a response: the request may have taken effect. */
export const isConnectionError = (error: unknown): boolean => {
  const code = codeOf(error);
  return typeof code === 'string' && /^(?:UND_ERR_|ECONN|EPIPE|ETIMEDOUT)/.test(code);
};
