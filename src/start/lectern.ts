import { randomUUID } from 'node:crypto';
import { createFeedback } from '#commands/gaps/feedback.ts';
import { guideOf } from '#commands/guide.ts';
import { commandsFor } from '#commands/index.ts';
import type { CommandContext } from '#commands/model.ts';
import { createDiscord } from '#discord/connect.ts';
import type { Identity } from '#discord/gateway/cluster.ts';
import { recapStringsFor } from '#locales/index.ts';
import { recapOutcome } from '#pages/recap/recapHistoryPage.ts';
import { APPLICATION_ID } from '#playground/application.ts';
import { createDraw } from '#recap/drawRecaps.ts';
import type { RecapDeps } from '#recap/model.ts';
import { createRecaps } from '#recap/recaps.ts';
import { type Clock, systemClock } from '#recap/time/clock.ts';
import { createSearch } from '#search/engine.ts';
import { openDatabase } from '#store/open.ts';
import type { Store } from '#store/store.ts';
import { type Config, hasPorts } from '../config/config.ts';
import { isPartOf } from '../config/shards.ts';
import type { StartError } from '../exit.ts';
import { movableClock } from '../host/clock.ts';
import type { Logger } from '../log.ts';
import { openCaches } from './caches.ts';
import { createCommandMentions } from './commandMentions.ts';
import { openContentFolder } from './contentFolder.ts';
import { untilReachable } from './databaseWait.ts';
import { createLeases, type Leases } from './leases.ts';
import { openMeaning } from './meaning.ts';
import { contentName, openContent, openPlayground, playgroundFolder } from './openParts.ts';
import type { Parts } from './parts.ts';
import { throwDatabaseError, whyNotOnline } from './startErrors.ts';

/** What the bot is made of, and what it reports to. */
export interface StartOptions {
  readonly config: Config;
  readonly log: Logger;
  /** The bot can do nothing more: the operator has to fix something. */
  readonly onEnd: (reason: StartError) => void;
  /** The time that recaps go by. Default: the machine's. */
  readonly clock?: Clock;
  /** Overrides of the delivery of recaps. */
  readonly delivery?: Pick<RecapDeps, 'checkpoint' | 'concurrency' | 'latePerSecond' | 'owner'>;
  /** Milliseconds between two looks at the bot's health. Default: 3 s. */
  readonly lookEvery?: number;
  /** The folder of the playground's page. Default: the page that comes with the bot. */
  readonly webRoot?: string;
}

/** A running bot. */
export interface Lectern {
  /** The playground's address, if there is one. */
  readonly link: string | undefined;
  /** Where interactions are taken by HTTP, if they are. */
  readonly interactionsUrl: string | undefined;
  /** Where health and metrics are shown, if they are: without a path. */
  readonly healthUrl: string | undefined;
  /** Why the bot cannot serve at the moment, a sentence each; empty where it can. */
  readonly problems: () => readonly string[];
  /** Resolves when it was tried once to register the commands; that goes on by itself. */
  readonly registered: Promise<void>;
  /** No new work, what is under way is finished, and everything is closed. */
  readonly close: () => Promise<void>;
}

/** The playground's clock is kept with the ledger, whose recaps it has brought: the two agree after a restart. */
const CLOCK_AHEAD = 'playground-clock-ahead';

/**
 * Composes all modules and starts the bot: on Discord if there is a token, else on its own playground.
 * @throws StartError for errors that the operator can fix.
 */
export const startLectern = async (options: StartOptions): Promise<Lectern> => {
  const { config, log, onEnd } = options;
  const closers: (() => unknown)[] = [];
  let closing = false;
  const close = async (): Promise<void> => {
    closing = true;
    for (const closer of closers.splice(0).reverse()) {
      try {
        await closer();
      } catch (error) {
        // A failed close must not keep the others open.
        log.error({ err: error }, 'closing failed');
      }
    }
  };
  try {
    const parts: Parts = {};
    // Open from the start: a bot that waits for Discord is seen to live, and not to be ready.
    const ports = hasPorts(config)
      ? await (await import('./ports.ts')).openPorts(config, parts, log, options.lookEvery)
      : undefined;
    if (ports !== undefined) closers.push(ports.close);
    const onBadRow = (table: string, id: string, error: unknown): void =>
      log.error({ table, id, err: error }, 'a row of the database cannot be read and is left out');
    const database = await untilReachable(() => openDatabase(config.databaseUrl, { onBadRow }), {
      patience: config.startPatience,
      log,
    }).catch(throwDatabaseError);
    closers.push(database.close);
    const caches = await openCaches(config.databaseUrl, log);
    const posts = await openContentFolder(config, log);
    closers.push(posts.close);
    const content = await openContent(config, posts.dir, caches, log);
    closers.push(content.close);
    posts.follow(content.readAgain);
    parts.library = content.current;
    const search = await createSearch(content.current(), { cache: caches.index });
    content.onChange((library) => {
      search
        .update(library)
        .catch((error: unknown) => log.error({ err: error }, 'the search index could not be updated'));
    });
    const { sessions, topics, findings } = content.current();
    log.info(
      { sessions: sessions.length, topics: topics.length, findings: findings.length },
      'the posts are loaded',
    );

    const take = (application: string, adopts: boolean): Promise<Store> =>
      database.take({ application, adopts }).catch(throwDatabaseError);
    // The playground knows none of the channels of a bot on Discord: it takes no recaps that may be such a bot's.
    const trial = config.token === undefined ? await take(APPLICATION_ID, false) : undefined;
    const ahead = trial === undefined ? 0 : Number(await trial.note(CLOCK_AHEAD)) || 0;
    const time = movableClock(options.clock ?? systemClock, ahead);
    const mentions = createCommandMentions();
    const commands = commandsFor(config.feedback);
    const guide = guideOf(commands);
    const hosted =
      config.token === undefined
        ? await openPlayground({
            port: config.port,
            host: config.host,
            password: config.playgroundPassword,
            dataDir: playgroundFolder(config.databaseUrl),
            webRoot: options.webRoot,
            time,
            dir: posts.dir,
            locale: config.locale,
            sources: () => ({ library: content.current(), search, mention: mentions.mention, guide }),
            onLibrary: content.onChange,
          })
        : undefined;
    if (hosted !== undefined) closers.push(hosted.playground.close);

    parts.publicKey = hosted?.playground.publicKey ?? config.http?.publicKey;

    const apiUrl = hosted?.playground.apiUrl ?? config.apiUrl;
    const shared = Promise.withResolvers<Leases>();
    const discord = createDiscord({
      token: config.token ?? hosted?.playground.token ?? '',
      apiUrl,
      log,
      now: time.clock.now,
      onEnd,
      invites: hosted === undefined,
      mentions: config.mentions,
      shards: config.shards,
      startPatience: config.startPatience,
      waitForIdentify: async ({ id, maxConcurrency }, signal) =>
        (await shared.promise).identify(id % maxConcurrency, signal),
    });
    closers.push(discord.close);
    parts.discord = discord;
    // Processes that share a database agree in it on who identifies when: then it is opened first.
    const isPart = isPartOf(config.shards);
    const ask = (how: 'identify' | 'connect'): Promise<Identity> =>
      discord[how]().catch((error: unknown) => Promise.reject(whyNotOnline(error, apiUrl)));
    const { applicationId } = await ask(isPart || !config.gateway ? 'identify' : 'connect');
    const store = trial ?? (await take(applicationId, true));
    parts.store = store;
    const leases = createLeases({ store, now: time.clock.now });
    shared.resolve(leases);
    if (isPart && config.gateway) await ask('connect');
    const recaps = createRecaps({
      store,
      poster: discord.poster,
      clock: time.clock,
      library: content.current,
      content: contentName(config),
      keepHistoryDays: config.keepHistoryDays,
      report: (level, message, details) => log[level](details, message),
      ...options.delivery,
      ...createDraw({ mention: mentions.mention, locale: config.locale }),
    });
    const feedback = config.feedback
      ? createFeedback({
          store,
          now: time.clock.now,
          newId: randomUUID,
          onError: (error) => log.error({ err: error }, 'the outcome of a question could not be stored'),
        })
      : undefined;
    if (feedback !== undefined) closers.push(feedback.settle);
    const meaning = await openMeaning({
      config,
      store,
      library: content.current(),
      clock: time.clock,
      leases,
      log,
    });
    const context: CommandContext = {
      library: content.current,
      search,
      mention: mentions.mention,
      guide,
      defaults: { locale: config.locale, timeZone: config.timeZone },
      recaps,
      feedback,
      meaning,
    };
    parts.recaps = recaps;
    // All stop accepting work at once.
    closers.push(() => {
      meaning?.stop();
      return Promise.all([ports?.close(), discord.quiet(), recaps.stop()]);
    });
    const registered = discord.serve({
      context,
      commands,
      onCommandIds: mentions.know,
      alone: (work) => leases.alone('commands', work),
    });
    if (ports?.interactionsUrl !== undefined) await hosted?.playground.setEndpoint(ports.interactionsUrl);
    recaps.start();
    // New posts are announced when they appear.
    content.onChange((library) => {
      void recaps.poke();
      meaning?.follow(library);
    });
    hosted?.showClock({
      timeZone: config.timeZone,
      next: async () => {
        const next = await store.nextDue();
        return next && { ...next, at: next.due.epochMilliseconds };
      },
      poke: recaps.poke,
      whyNotPosted: async (subscriptionId, locale) => {
        const { rows } = await store.history({ subscriptionId }, { offset: 0, limit: 1 });
        const [latest] = rows;
        if (latest === undefined || latest.delivery.state === 'posted') return undefined;
        const { delivery, subscription } = latest;
        return recapOutcome(
          { ...delivery, recap: subscription, message: undefined },
          recapStringsFor(locale),
        );
      },
      keepAhead: (milliseconds) => store.setNote(CLOCK_AHEAD, String(Math.round(milliseconds))),
      onError: (error) => {
        // The panel looks once more as the bot leaves.
        if (!closing) log.error({ err: error }, 'the clock panel could not be updated');
      },
    });
    return {
      close,
      registered,
      link: hosted?.playground.url,
      interactionsUrl: ports?.interactionsUrl,
      healthUrl: ports?.healthUrl,
      problems: () => [discord.problem(), recaps.problem()].filter((problem) => problem !== undefined),
    };
  } catch (error) {
    await close();
    throw error;
  }
};
