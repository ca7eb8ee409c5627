import type { Logger } from '../log.ts';
import { isConnectionError, isGone } from './errors.ts';
import type { Answer, Deferral, Responder } from './respond.ts';

/** Calls back after so many milliseconds unless it is cancelled. */
export type StartTimer = (milliseconds: number, callback: () => void) => () => void;

/** Discord waits 3 s for the first response; this leaves a second for the way there. */
export const DEFER_AFTER = 2_000;

interface ResponseTask {
  readonly responder: Responder;
  /** What is promised when making the answer takes its time. */
  readonly deferral: Deferral;
  readonly make: () => Promise<Answer>;
  /** The apology for whatever was thrown; logs it. */
  readonly apologize: (error: unknown) => Answer;
  readonly after: StartTimer;
  readonly log: Logger;
}

/**
 * One person, one answer, in time: an answer that is quick is sent as it is, for a slow one "thinking…" is shown
 * first, and whatever goes wrong the person reads an apology. Never throws.
 */
export const respondInTime = async ({
  responder,
  deferral,
  make,
  apologize,
  after,
  log,
}: ResponseTask): Promise<void> => {
  const making = make().catch(apologize);
  const deadline = Promise.withResolvers<undefined>();
  const cancel = after(DEFER_AFTER, () => deadline.resolve(undefined));
  const quick = await Promise.race([making, deadline.promise]);
  cancel();
  const send = (answer: Answer): Promise<void> =>
    quick === undefined ? responder.completeDeferred(deferral, answer) : responder.answer(answer);
  try {
    if (quick === undefined) await responder.defer(deferral);
    const answer = await making;
    await send(answer)
      // Sending it again does no harm: Discord takes one answer, and says so to the second.
      .catch((error: unknown) => (isConnectionError(error) ? send(answer) : Promise.reject(error)))
      .catch((error: unknown) => (isGone(error) ? Promise.reject(error) : send(apologize(error))));
  } catch (error) {
    // Nobody is there any more to be answered: the interaction has ended, or its channel is gone.
    if (isGone(error)) log.debug({ err: error }, 'the interaction ended before it was answered');
    else log.error({ err: error }, 'the answer could not be sent');
  }
};
