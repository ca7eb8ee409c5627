import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import type { Outcome } from '../protocol/requests.ts';
import type { Change } from '../world/changes.ts';
import type { Interaction } from '../world/interaction.ts';
import { isPrivate } from '../world/interactions/interactionPayload.ts';
import type { World } from '../world/state.ts';
import { controlsOf, textOf } from './controls.ts';

/** The bot's response to an action, as the person sees it. */
export interface BotResponse {
  /** `message`: a new one. `update`: the pressed message has changed. */
  readonly kind: 'message' | 'update';
  readonly message: APIMessage;
  /** True for an ephemeral response ("Only you can see this"). */
  readonly isPrivate: boolean;
  /** True if "thinking…" was shown first. */
  readonly wasDeferred: boolean;
  /** The text of the message. */
  readonly text: string;
  /** The labels of its buttons and menus. */
  readonly labels: readonly string[];
}

/** "The application did not respond". */
export class NoResponseError extends Error {
  readonly reason: 'no-answer' | 'no-bot';

  constructor(reason: 'no-answer' | 'no-bot') {
    super(reason === 'no-bot' ? 'No bot is connected.' : 'The application did not respond.');
    this.name = 'NoResponseError';
    this.reason = reason;
  }
}

/** Waits for the bot's responses, notified by events instead of polling. */
export class OutcomeWaiter {
  readonly #stage: { readonly world: World; readonly patienceMs: number };

  constructor(stage: { readonly world: World; readonly patienceMs: number }) {
    this.#stage = stage;
  }

  /** The first response. Failures reject, unless `raw`. */
  async first(interaction: Interaction, raw = false): Promise<Outcome> {
    const outcome = await until(this.#stage, () => interaction.outcome, 'a first answer');
    if (outcome.kind === 'failed' && !raw) throw new NoResponseError(outcome.reason);
    return outcome;
  }

  /** The final response. */
  async shown(interaction: Interaction): Promise<BotResponse> {
    const outcome = await this.first(interaction);
    switch (outcome.kind) {
      case 'update':
        return describe('update', current(interaction, outcome.message), false);
      case 'message': {
        if (((outcome.message.flags ?? 0) & MessageFlags.Loading) === 0) {
          return describe('message', current(interaction, outcome.message), false);
        }
        const filled = () => {
          const message = interaction.original?.message;
          return message && ((message.flags ?? 0) & MessageFlags.Loading) === 0 ? message : undefined;
        };
        return describe('message', await until(this.#stage, filled, 'the deferred answer'), true);
      }
      case 'acknowledged': {
        const followed = (): BotResponse | undefined => {
          const next = interaction.followUps[0];
          if (next !== undefined) return describe('message', next.message, true);
          const { original, edits } = interaction;
          return original && edits > 0 ? describe('update', original.message, true) : undefined;
        };
        return until(this.#stage, followed, 'what follows the acknowledgement');
      }
      case 'modal':
        throw new Error('The answer is a modal: use openModal or invokeModal.');
      default:
        throw new Error(`The answer shows nothing: ${outcome.kind}.`);
    }
  }
}

/**
 * Settles with the first defined result of `look`, called now and after any change. Rejects after
 * `patienceMs` of real time with the name of what was awaited.
 */
export function until<T>(
  stage: { readonly world: World; readonly patienceMs: number },
  look: (change?: Change) => T | undefined,
  what: string,
): Promise<T> {
  const now = look();
  if (now !== undefined) return Promise.resolve(now);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`Waited ${stage.patienceMs} ms for ${what}.`));
    }, stage.patienceMs);
    const stop = stage.world.changes.subscribe((change) => {
      let found: T | undefined;
      try {
        found = look(change);
      } catch (error) {
        clearTimeout(timer);
        stop();
        reject(error);
        return;
      }
      if (found === undefined) return;
      clearTimeout(timer);
      stop();
      resolve(found);
    });
  });
}

/** A message as a response of the driver. */
export function describe(kind: BotResponse['kind'], message: APIMessage, wasDeferred: boolean): BotResponse {
  return {
    kind,
    message,
    isPrivate: isPrivate(message.flags),
    wasDeferred,
    text: textOf(message),
    labels: controlsOf(message).map((control) =>
      control.kind === 'button' ? control.label : (control.placeholder ?? control.customId ?? ''),
    ),
  };
}

/** An edit may follow the answer immediately. */
function current(interaction: Interaction, message: APIMessage): APIMessage {
  return interaction.channel.byId.get(message.id)?.message ?? message;
}
