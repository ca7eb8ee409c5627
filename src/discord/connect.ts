import { randomUUID } from 'node:crypto';
import type { Command, CommandContext } from '#commands/model.ts';
import { toDiscord } from '#commands/register.ts';
import type { Poster } from '#recap/delivery/poster.ts';
import { createDispatcher, type Dispatcher } from './dispatch.ts';
import type { Identity, ShardState } from './gateway/cluster.ts';
import { createGateway, type GatewayOptions } from './gateway/gateway.ts';
import type { InteractionsEndpoint } from './http/endpoint.ts';
import { createMentions, type Mentions } from './mentions/mentions.ts';
import type { QuotaLimits } from './mentions/quota.ts';
import { createPoster } from './poster/poster.ts';
import { inviteLink } from './registration/invite.ts';
import { registerCommands } from './registration/register.ts';
import { keepRegistering } from './registration/registration.ts';
import type { StartTimer } from './timer.ts';

interface ServeOptions {
  readonly context: CommandContext;
  readonly commands: readonly Command[];
  /** Receives the commands' ids, by name, after registration. */
  readonly onCommandIds: (ids: ReadonlyMap<string, string>) => void;
  /** Runs work that one process at a time may do. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The connection to Discord, as `lectern.ts` opens and closes it. */
export interface Discord {
  readonly poster: Poster;
  /** Asks Discord who the bot is, before it goes online. @throws as `connect` does */
  readonly identify: () => Promise<Identity>;
  /**
   * Goes online. What people type is kept until `serve` is called.
   * @throws where Discord refuses the token or cannot be reached.
   */
  readonly connect: () => Promise<Identity>;
  /** Answers from now on, and registers the commands where they changed; resolves when that was tried once. */
  readonly serve: (options: ServeOptions) => Promise<void>;
  /** The endpoint for interactions by HTTP, of the application with this public key; loaded where it is wanted. */
  readonly endpoint: (publicKey: string) => Promise<InteractionsEndpoint>;
  readonly shards: () => readonly ShardState[];
  /** Why the bot cannot serve at the moment; undefined where it can. */
  readonly problem: () => string | undefined;
  /** Takes no new work and resolves when what is under way has ended; REST still works. */
  readonly quiet: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface DiscordOptions extends Omit<GatewayOptions, 'after' | 'elapsed'> {
  readonly now: () => Temporal.Instant;
  /** Whether to log an invitation link. */
  readonly invites: boolean;
  /** How many messages are answered; undefined: the bot asks for none. */
  readonly mentions?: QuotaLimits | undefined;
}

const afterRealTime: StartTimer = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

const newErrorId = (): string => randomUUID().slice(0, 8);

interface Serving {
  readonly dispatcher: Dispatcher;
  readonly mentions: Mentions | undefined;
}

/** Connects the gateway, the dispatcher and the registration of commands. */
export const createDiscord = (options: DiscordOptions): Discord => {
  const { log, now, invites } = options;
  const after = afterRealTime;
  const elapsed = (): number => performance.now();
  const gateway = createGateway({ ...options, after, elapsed });
  const serving = Promise.withResolvers<Serving>();
  let quiet = async (): Promise<void> => {};
  let stopRegistering = (): void => {};
  let identity: Identity | undefined;
  return {
    poster: createPoster(gateway.restOnce, () => identity?.botId ?? '', log),
    problem: gateway.problem,
    shards: gateway.shards,
    identify: async () => {
      identity = await gateway.identify();
      return identity;
    },
    endpoint: async (publicKey) => {
      const { createEndpoint } = await import('./http/endpoint.ts');
      return createEndpoint({
        publicKey,
        now,
        log,
        handle: async (interaction, first) =>
          (await serving.promise).dispatcher.handle(interaction, gateway.rest, first),
      });
    },
    connect: async () => {
      identity = await gateway.open({
        onInteraction: (interaction) => {
          void serving.promise.then(({ dispatcher }) => dispatcher.handle(interaction, gateway.rest));
        },
        onMessage:
          options.mentions &&
          ((message, botId) => void serving.promise.then(({ mentions }) => mentions?.hear(message, botId))),
      });
      const invite = invites ? { invite: inviteLink(identity.applicationId) } : {};
      log.info({ bot: identity.name, ...invite }, 'connected to Discord');
      return identity;
    },
    serve: ({ context, commands, onCommandIds, alone }) => {
      const dispatcher = createDispatcher({
        context,
        commands,
        log,
        now,
        after,
        elapsed,
        newErrorId,
      });
      const mentions =
        options.mentions &&
        createMentions({
          context,
          rest: gateway.rest,
          limits: options.mentions,
          elapsed,
          after,
          newErrorId,
          log,
        });
      quiet = async () => {
        await Promise.all([dispatcher.close(), mentions?.close()]);
      };
      serving.resolve({ dispatcher, mentions });
      const wanted = commands.map(toDiscord);
      const applicationId = identity?.applicationId ?? '';
      const registration = keepRegistering({
        register: () => alone(() => registerCommands(gateway.rest, applicationId, wanted)),
        onRegistered: onCommandIds,
        after,
        log,
      });
      stopRegistering = registration.stop;
      return registration.tried;
    },
    quiet: () => {
      stopRegistering();
      return quiet();
    },
    close: () => {
      stopRegistering();
      return gateway.close();
    },
  };
};
