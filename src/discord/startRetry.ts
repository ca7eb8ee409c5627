import { RateLimitError } from 'discord.js';
import type { RESTGetAPIGatewayBotResult } from 'discord-api-types/v10';
import type { Logger } from '../log.ts';
import { codeOf, statusOf } from './errors.ts';
import type { StartTimer } from './timer.ts';

/** What keeps a bot from connecting and passes by itself. */
interface Obstacle {
  readonly why: string;
  /** Milliseconds; undefined where the length is unknown. */
  readonly wait: number | undefined;
  /** True where the network alone may be at fault: the host sets how long to wait for it. */
  readonly unreachable?: true;
}

/** Milliseconds of exponential backoff, where Discord does not say how long to wait. */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 60_000;
/** Milliseconds after which the log says again what is waited for. */
const MINUTE = 60_000;

/** A session cannot be begun now: Discord counts them by the day. */
class NoSessionLeft extends Error {
  override name = 'NoSessionLeft';
  readonly wait: number;

  constructor(wait: number) {
    super('No start of a session is left for today');
    this.wait = wait;
  }
}

/** An answer that Discord would not give, such as a proxy's page. */
class NotDiscord extends Error {
  override name = 'NotDiscord';
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * What `/gateway/bot` says, if a bot can connect with it.
 * @param sessions how many sessions are to be begun; undefined: one a shard
 * @throws for an answer that is none, and where too few starts of sessions are left
 */
export const usableGateway = (answer: unknown, sessions: number | undefined): RESTGetAPIGatewayBotResult => {
  const limit = isObject(answer) ? answer['session_start_limit'] : undefined;
  if (
    !isObject(answer) ||
    !URL.canParse(String(answer['url'])) ||
    typeof answer['shards'] !== 'number' ||
    !isObject(limit) ||
    typeof limit['remaining'] !== 'number'
  )
    throw new NotDiscord('/gateway/bot does not say where to connect');
  if (limit['remaining'] < (sessions ?? answer['shards']))
    throw new NoSessionLeft(Number(limit['reset_after']) || 0);
  return answer as unknown as RESTGetAPIGatewayBotResult;
};

/** Codes of a network or a name server that is not there. */
const NO_NETWORK = /^(?:UND_ERR_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|EHOST|ENET)/;

const isUnreachable = (error: unknown): boolean =>
  NO_NETWORK.test(String(codeOf(error) ?? '')) || (error instanceof Error && error.name === 'AbortError');

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What passes by itself; undefined for everything else, which the operator has to fix. */
const obstacleOf = (error: unknown): Obstacle | undefined => {
  if (error instanceof RateLimitError)
    return {
      why: 'Discord asks to wait',
      wait: Math.ceil(Math.max(error.retryAfter, error.timeToReset) / 1_000) * 1_000,
    };
  if (error instanceof NoSessionLeft)
    return {
      why: 'Discord allows no further session until then; it counts them by the day',
      wait: error.wait,
    };
  if (error instanceof NotDiscord || error instanceof SyntaxError)
    return {
      why: 'What answers is not Discord, though it accepts connections: DISCORD_API_URL, or a proxy on the way',
      wait: undefined,
    };
  if (isUnreachable(error))
    return { why: `Discord cannot be reached (${reasonOf(error)})`, wait: undefined, unreachable: true };
  const status = statusOf(error) ?? 0;
  if (status === 429) return { why: 'Discord asks to wait', wait: undefined };
  return status >= 500 ? { why: `Discord answered with status ${status}`, wait: undefined } : undefined;
};

interface PatienceOptions {
  readonly after: StartTimer;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Milliseconds for which a Discord that cannot be reached is tried again. */
  readonly patience: number;
}

const pause = (milliseconds: number, { after, signal }: PatienceOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const cancel = after(milliseconds, resolve);
    signal.addEventListener('abort', () => {
      cancel();
      reject(signal.reason);
    });
  });

/**
 * Asks again while what is in the way is on Discord's side, as long as Discord says, or is the network, as long as the
 * host wants; tells every minute why.
 * @throws errors that the operator has to fix
 */
export const retryAtStart = async <T>(ask: () => Promise<T>, options: PatienceOptions): Promise<T> => {
  let waited = 0;
  for (let count = 0; ; count += 1) {
    try {
      return await ask();
    } catch (error) {
      const obstacle = obstacleOf(error);
      if (obstacle === undefined) throw error;
      let left = obstacle.wait ?? Math.min(FIRST_PAUSE * 2 ** count, LONGEST_PAUSE);
      if (obstacle.unreachable) {
        left = Math.min(left, options.patience - waited);
        if (left <= 0) throw error;
        waited += left;
      }
      while (left > 0) {
        options.log.warn({ why: obstacle.why, seconds: Math.ceil(left / 1_000) }, 'the start has to wait');
        const slice = Math.min(left, MINUTE);
        await pause(slice, options);
        left -= slice;
      }
    }
  }
};
