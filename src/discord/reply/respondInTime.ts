import type { Logger } from '../../log.ts';
import { isConnectionError, isGone, isServerError, isTooLate } from '../errors.ts';
import type { StartTimer } from '../timer.ts';
import type { Answer, Deferral, PageAnswer, Responder } from './respond.ts';

/** Discord waits 3 s for the first response; this leaves a second for the network. */
const DEFER_AFTER = 2_000;

interface ResponseTask {
  readonly responder: Responder;
  /** The kind of deferral for a slow answer. */
  readonly deferral: Deferral;
  readonly make: () => Promise<Answer>;
  /** The apology for an error; logs it. */
  readonly apologize: (error: unknown) => PageAnswer;
  /** Instead of a form that was ready too late to be opened. */
  readonly lateForm: () => PageAnswer;
  readonly after: StartTimer;
  /** Milliseconds since the interaction arrived. */
  readonly age?: number;
  readonly log: Logger;
}

/**
 * Answers within Discord's deadline: sends a quick answer directly, defers a slow one ("thinking…"), and
 * apologizes for any error. Never throws.
 */
export const respondInTime = async ({
  responder,
  deferral,
  make,
  apologize,
  lateForm,
  after,
  age = 0,
  log,
}: ResponseTask): Promise<void> => {
  const making = make().catch(apologize);
  const deadline = Promise.withResolvers<undefined>();
  const cancel = after(Math.max(0, DEFER_AFTER - age), () => deadline.resolve(undefined));
  const quick = await Promise.race([making, deadline.promise]);
  cancel();
  const send = (answer: Answer): Promise<string | undefined> =>
    quick === undefined
      ? responder.completeDeferred(deferral, answer.kind === 'form' ? lateForm() : answer)
      : responder.answer(answer);
  let messageId: string | undefined;
  try {
    if (quick === undefined) await responder.defer(deferral);
    const answer = await making;
    messageId = await send(answer)
      // Safe to repeat: Discord takes one answer, and reports a second.
      .catch((error: unknown) => (isConnectionError(error) ? send(answer) : Promise.reject(error)))
      .catch(async (error: unknown) => {
        // An apology would fare no better where the fault is on Discord's side.
        if (isGone(error) || isServerError(error)) throw error;
        await send(apologize(error));
        return undefined;
      });
  } catch (error) {
    // No one can be answered any more: the interaction has ended, or its channel is gone.
    if (isServerError(error) || isTooLate(error))
      log.warn(
        { err: error },
        'the interaction is given up unanswered: Discord did not take the answer in time',
      );
    else if (isGone(error)) log.debug({ err: error }, 'the interaction ended before it was answered');
    else log.error({ err: error }, 'the answer could not be sent');
  } finally {
    const answer = await making;
    if (answer.kind === 'reply') answer.onSettled?.(messageId);
  }
};
