import { isClientError, isUnauthorized } from '#discord/errors.ts';
import { StoreError } from '#store/storeError.ts';
import { EXIT, StartError } from '../exit.ts';
import { safeAddress } from '../redact.ts';

/** The message of whatever was thrown. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Throws an error of the database as one that names the setting and what the operator can do.
 * @throws StartError
 */
export const throwDatabaseError = (error: unknown): never => {
  if (error instanceof StoreError)
    throw new StartError(
      `DATABASE_URL: ${error.message}`,
      error.code === 'unreachable' ? EXIT.unavailable : EXIT.config,
      { cause: error },
    );
  throw error;
};

/** Why a port of this machine cannot be had, by the system's code. */
export const NO_PORT: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program; end it, or choose another port',
  EACCES: 'may be used by the administrator alone; choose a port from 1024 on',
};

/** Why the bot cannot get online at an address, and what the operator can do. */
export const whyNotOnline = (error: unknown, address: string): StartError => {
  if (error instanceof StartError) return error;
  const apiUrl = safeAddress(address) ?? 'the address in DISCORD_API_URL';
  const [message, exitCode] = isUnauthorized(error)
    ? ([
        'DISCORD_TOKEN is not known to Discord (any more); copy it anew from the Bot page of your application.',
        EXIT.config,
      ] as const)
    : isClientError(error)
      ? ([
          `What answers at ${apiUrl} refused to let the bot in (${reasonOf(error)}); check DISCORD_API_URL and a proxy on the way.`,
          EXIT.config,
        ] as const)
      : ([
          `Discord cannot be reached at ${apiUrl} (${reasonOf(error)}); check the network and DISCORD_API_URL, then start again.`,
          EXIT.unavailable,
        ] as const);
  return new StartError(message, exitCode, { cause: error });
};
