import { InteractionType } from 'discord-api-types/v10';
import type { Choice, Command, CommandContext, Reply, Request } from '#commands/model.ts';
import { withActions } from '#pages/message/share.ts';
import type { Reader } from '#pages/model.ts';
import { drawBusy, drawError, drawLateForm, drawUnsupported } from '#pages/notices.ts';
import type { Logger } from '../log.ts';
import { type ObservedInteraction, observed } from '../observe.ts';
import { createAdmissionControl, type Turn } from './admissionControl.ts';
import { isGone } from './errors.ts';
import { complete, invoke, isEphemeral } from './invoke.ts';
import { changesMessage, press } from './press.ts';
import {
  type Answer,
  type Deferral,
  type FirstResponse,
  type Responder,
  respondTo,
} from './reply/respond.ts';
import { respondInTime } from './reply/respondInTime.ts';
import { isAddressed, requestOf, type UserInteraction } from './request.ts';
import type { Rest } from './rest/rest.ts';
import { saveToDm } from './save.ts';
import { createShares } from './share.ts';
import { changesForm, submit } from './submit.ts';
import type { StartTimer } from './timer.ts';
import { createWorkInProgress } from './workInProgress.ts';

/** The dependencies of a dispatcher; time and ids are passed in. */
export interface DispatchOptions {
  readonly context: CommandContext;
  readonly commands: readonly Command[];
  readonly log: Logger;
  readonly now: () => Temporal.Instant;
  readonly after: StartTimer;
  /** Milliseconds of a monotonic clock, for the log. */
  readonly elapsed: () => number;
  /** Short and practically unique: it links an apology with the log. */
  readonly newErrorId: () => string;
}

/** Answers interactions, concurrently. */
export interface Dispatcher {
  /** Answers an interaction, unless closed; resolves when done and never rejects. */
  readonly handle: (interaction: UserInteraction, rest: Rest, first?: FirstResponse) => Promise<void>;
  /** Accepts no new work, and resolves when the work in progress is done. */
  readonly close: () => Promise<void>;
}

/** What an interaction has come to so far. */
interface Progress {
  /** Seconds. */
  firstAnswer: number | undefined;
  apologized: boolean;
}

const KINDS: Readonly<Partial<Record<InteractionType, ObservedInteraction['kind']>>> = {
  [InteractionType.ApplicationCommand]: 'command',
  [InteractionType.MessageComponent]: 'component',
  [InteractionType.ApplicationCommandAutocomplete]: 'autocomplete',
  [InteractionType.ModalSubmit]: 'modal',
};

const observedOf = (
  { type }: UserInteraction,
  { firstAnswer, apologized }: Progress,
): ObservedInteraction => ({
  kind: KINDS[type] ?? 'other',
  outcome: firstAnswer === undefined ? 'unanswered' : apologized ? 'apologized' : 'answered',
  firstAnswer,
});

/** Milliseconds. */
const DAY = 86_400_000;

/** A reply with what can be done with its page. */
const answerOf = ({ page, private: isPrivate, route }: Reply, reader: Reader, request: Request): Answer => {
  const inDm = request.place.kind === 'dm';
  return {
    kind: 'reply',
    private: isPrivate,
    page: route === undefined ? page : withActions(page, { route, private: isPrivate, inDm }, reader),
  };
};

/** The one dispatcher: it owns deadlines, errors and timing for all commands and controls. */
export const createDispatcher = (options: DispatchOptions): Dispatcher => {
  const { context, commands, log } = options;
  const shares = createShares(log);
  const admission = createAdmissionControl(options);
  const inProgress = createWorkInProgress();
  let closed = false;

  const suggest = async (
    interaction: UserInteraction & { type: InteractionType.ApplicationCommandAutocomplete },
    reader: Reader,
    request: Request,
    responder: Responder,
  ): Promise<void> => {
    let choices: readonly Choice[] = [];
    try {
      choices = await complete(context, commands, interaction, reader, request);
    } catch (error) {
      log.error({ err: error, command: interaction.data.name }, 'completing an option failed');
    }
    await responder.choices(choices).catch((error: unknown) => {
      // The suggestions are outdated: the next keystroke asks again.
      log[isGone(error) ? 'debug' : 'warn']({ err: error }, 'suggestions could not be sent');
    });
  };

  const answer = async (
    interaction: UserInteraction,
    rest: Rest,
    responder: Responder,
    { age, timeLeft, made }: Turn,
    seen: Progress,
  ): Promise<void> => {
    const request: Request = {
      ...requestOf(interaction, context.defaults.locale, options.now()),
      waits: made,
    };
    const reader: Reader = {
      locale: request.locale,
      language: request.locale,
      today: { person: request.personId, day: Math.floor(request.at.epochMilliseconds / DAY) },
    };
    if (timeLeft === 'word') {
      // The next keystroke asks again.
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return;
      await responder.answer({ kind: 'reply', private: true, page: drawBusy(reader) });
      return;
    }
    const turn = (deferral: Deferral, make: () => Promise<Answer>): Promise<void> =>
      respondInTime({
        responder,
        deferral,
        make: () => make().finally(made),
        apologize: (error) => {
          const errorId = options.newErrorId();
          log.error({ err: error, errorId }, 'answering failed');
          seen.apologized = true;
          return { kind: 'reply', private: true, page: drawError(reader, errorId) };
        },
        lateForm: () => ({ kind: 'reply', private: true, page: drawLateForm(reader) }),
        after: options.after,
        age,
        log,
      });
    const { type } = interaction;
    switch (interaction.type) {
      case InteractionType.ApplicationCommandAutocomplete:
        return await suggest(interaction, reader, request, responder);
      case InteractionType.ApplicationCommand:
        return await turn({ kind: 'reply', private: isEphemeral(commands, interaction) }, async () => {
          const reply = await invoke(context, commands, interaction, reader, request);
          if ('form' in reply) return { kind: 'form', form: reply.form };
          if (!('save' in reply)) return answerOf(reply, reader, request);
          const { personId } = request;
          return await saveToDm({ rest, page: reply.save, personId, nonce: interaction.id, reader, log });
        });
      case InteractionType.MessageComponent:
        return await turn(
          changesMessage(interaction, request.personId)
            ? { kind: 'update' }
            : { kind: 'reply', private: true },
          () => press(context, commands, interaction, reader, request, { rest, shares, log }),
        );
      case InteractionType.ModalSubmit: {
        const updates = changesForm(interaction);
        return await turn(updates ? { kind: 'update' } : { kind: 'reply', private: true }, () =>
          submit(context, commands, interaction, reader, request, log),
        );
      }
      default:
        log.warn({ type }, 'an interaction of an unsupported type');
        await responder.answer({ kind: 'reply', private: true, page: drawUnsupported(reader) });
    }
  };

  /** The answer to what could not even be read: a word of regret, and no completion. */
  const apologize = async (
    { type }: UserInteraction,
    responder: Responder,
    error: unknown,
  ): Promise<void> => {
    if (isGone(error)) {
      log.debug({ err: error }, 'the interaction ended before it was answered');
      return;
    }
    const errorId = options.newErrorId();
    log.error({ err: error, errorId }, 'an interaction could not be read');
    if (type === InteractionType.ApplicationCommandAutocomplete) {
      await responder.choices([]);
      return;
    }
    const { locale } = context.defaults;
    const page = drawError({ locale, language: locale }, errorId);
    await responder.answer({ kind: 'reply', private: true, page });
  };

  const timed = async (
    interaction: UserInteraction,
    rest: Rest,
    turn: Turn,
    first?: FirstResponse,
  ): Promise<void> => {
    const begun = options.elapsed();
    const seen: Progress = { firstAnswer: undefined, apologized: false };
    const { defer, ...others } = respondTo(rest, interaction, {
      log,
      elapsed: options.elapsed,
      age: turn.age,
      first,
      onFirst: (milliseconds) => {
        seen.firstAnswer ??= milliseconds / 1_000;
        turn.yieldPlace();
      },
    });
    const responder: Responder = {
      ...others,
      defer: (deferral) => defer(deferral).finally(turn.yieldPlace),
    };
    const answered =
      turn.timeLeft === 'none'
        ? Promise.resolve()
        : answer(interaction, rest, responder, turn, seen).catch((error: unknown) => {
            seen.apologized = true;
            return apologize(interaction, responder, error);
          });
    await answered.finally(() => observed.interactions.tell(() => observedOf(interaction, seen)));
    log.debug(
      { type: InteractionType[interaction.type], ms: Math.round(options.elapsed() - begun) },
      'answered',
    );
  };

  return {
    handle: async (interaction, rest, first) => {
      if (closed) return;
      if (!isAddressed(interaction)) {
        log.error('an interaction came without an id, a token or a type: it cannot be answered');
        return;
      }
      const isCompletion = interaction.type === InteractionType.ApplicationCommandAutocomplete;
      const work = admission
        .admit(isCompletion, (turn) => timed(interaction, rest, turn, first))
        .catch((error: unknown) => log.error({ err: error }, 'an interaction could not be answered'));
      await inProgress.track(work);
    },
    close: async () => {
      closed = true;
      await inProgress.settled();
    },
  };
};
