import { randomUUID } from 'node:crypto';
import type { Command, CommandContext } from '#commands/model.ts';
import { toDiscord } from '#commands/register.ts';
import type { Poster } from '#recap/poster.ts';
import { createDispatcher } from './dispatch.ts';
import { createGateway, type GatewayOptions } from './gateway.ts';
import { inviteLink } from './invite.ts';
import { createPoster } from './poster/poster.ts';
import { registerCommands } from './register.ts';
import type { StartTimer } from './respondInTime.ts';

interface OpenOptions {
  readonly context: CommandContext;
  readonly commands: readonly Command[];
  /** Receives the commands' ids, by name, after registration. */
  readonly onCommandIds: (ids: ReadonlyMap<string, string>) => void;
}

/** The connection to Discord, as `lectern.ts` opens and closes it. */
export interface Discord {
  readonly poster: Poster;
  /**
   * Connects, registers the commands that changed, and answers from then on.
   * @throws if Discord refuses the token or cannot be reached.
   */
  readonly open: (options: OpenOptions) => Promise<void>;
  /** Accepts no new work and resolves when the work in progress is done; REST still works. */
  readonly quiet: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface DiscordOptions extends GatewayOptions {
  readonly now: () => Temporal.Instant;
  /** Whether to log an invitation link. */
  readonly invites: boolean;
}

const afterRealTime: StartTimer = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/** Connects the gateway, the dispatcher and the registration of commands. */
export const createDiscord = (options: DiscordOptions): Discord => {
  const { log, now, invites } = options;
  const gateway = createGateway(options);
  let quiet = async (): Promise<void> => {};
  let botId = '';
  return {
    poster: createPoster(gateway, () => botId, log),
    open: async ({ context, commands, onCommandIds }) => {
      const dispatcher = createDispatcher({
        context,
        commands,
        log,
        now,
        after: afterRealTime,
        elapsed: () => performance.now(),
        newErrorId: () => randomUUID().slice(0, 8),
      });
      quiet = dispatcher.close;
      const identity = await gateway.open((interaction) => void dispatcher.handle(interaction, gateway.rest));
      ({ botId } = identity);
      const wanted = commands.map(toDiscord);
      const { ids, ...done } = await registerCommands(gateway.rest, identity.applicationId, wanted);
      onCommandIds(ids);
      log.info(done, 'the commands are registered');
      const invite = invites ? { invite: inviteLink(identity.applicationId) } : {};
      log.info({ bot: identity.name, ...invite }, 'connected to Discord');
    },
    quiet: () => quiet(),
    close: () => gateway.close(),
  };
};
