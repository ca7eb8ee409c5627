import { RESTJSONErrorCodes } from 'discord-api-types/v10';

/** Errors that say the other side is not there any more; no fault of anybody's. */
const GONE: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
];

/** The code of Discord's JSON error, or of the connection's: an error may be wrapped in another. */
export const codeOf = (error: unknown): string | number | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && (typeof error.code === 'string' || typeof error.code === 'number'))
    return error.code;
  return 'cause' in error ? codeOf(error.cause) : undefined;
};

/** Whoever was to be answered is not there any more. */
export const isGone = (error: unknown): boolean => {
  const code = codeOf(error);
  return code !== undefined && GONE.includes(code);
};

const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;

/** Discord does not know the token. */
export const isUnauthorized = (error: unknown): boolean =>
  codeOf(error) === 'TokenInvalid' || statusOf(error) === 401;

/** Discord understood and said no. */
export const isClientError = (error: unknown): boolean => {
  const status = statusOf(error) ?? 0;
  return status >= 400 && status < 500;
};

/** The connection broke before Discord answered: what was asked may have been done. */
export const isConnectionError = (error: unknown): boolean => {
  const code = codeOf(error);
  return typeof code === 'string' && /^(?:UND_ERR_|ECONN|EPIPE|ETIMEDOUT)/.test(code);
};
