import { randomUUID } from 'node:crypto';
import type { Command, House } from '#commands/model.ts';
import { toDiscord } from '#commands/register.ts';
import type { Poster } from '#recap/poster.ts';
import type { Logger } from '../log.ts';
import { createDispatcher } from './dispatch.ts';
import { openGateway } from './gateway.ts';
import { inviteLink } from './invite.ts';
import { createPoster } from './poster/poster.ts';
import { registerCommands } from './register.ts';

export interface ConnectOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly house: House;
  readonly commands: readonly Command[];
  readonly log: Logger;
  readonly now: () => Temporal.Instant;
  /** Is told the commands' ids, by name, as soon as Discord has given them. */
  readonly onCommandIds: (ids: ReadonlyMap<string, string>) => void;
}

export interface Connection {
  readonly poster: Poster;
  /** The link with which an admin adds the bot to a server. */
  readonly invite: string;
  /** Takes no new work, finishes what is under way, and closes the gateway. */
  readonly close: () => Promise<void>;
}

/**
 * Goes online: connects, registers the commands where they changed, and answers from then on.
 * @throws where Discord refuses the token or cannot be reached.
 */
export const connect = async (options: ConnectOptions): Promise<Connection> => {
  const { log } = options;
  const dispatcher = createDispatcher({
    house: options.house,
    commands: options.commands,
    log,
    now: options.now,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    elapsed: () => performance.now(),
    newErrorId: () => randomUUID().slice(0, 8),
  });
  const gateway = await openGateway({
    token: options.token,
    apiUrl: options.apiUrl,
    log,
    onInteraction: (interaction, rest) => void dispatcher.handle(interaction, rest),
  });
  const close = async (): Promise<void> => {
    await dispatcher.close();
    await gateway.close();
  };
  try {
    const wanted = options.commands.map(toDiscord);
    const { ids, created, changed, removed } = await registerCommands(
      gateway.rest,
      gateway.applicationId,
      wanted,
    );
    options.onCommandIds(ids);
    log.info(
      { created, changed, removed, kept: wanted.length - created.length - changed.length },
      'commands registered',
    );
  } catch (error) {
    await close();
    throw error;
  }
  const invite = inviteLink(gateway.applicationId);
  log.info({ bot: gateway.name, invite }, 'connected to Discord');
  return { poster: createPoster(gateway.rest, gateway.botId), invite, close };
};
