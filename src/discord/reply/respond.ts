import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  type RESTPostAPIInteractionCallbackWithResponseResult,
  Routes,
} from 'discord-api-types/v10';
import type { Choice } from '#commands/model.ts';
import type { Page } from '#pages/model.ts';
import type { Logger } from '../../log.ts';
import type { UserInteraction } from '../request.ts';
import type { UploadFile } from '../rest/multipart.ts';
import type { Rest } from '../rest/rest.ts';
import { withFinalCheck } from '../rest/transport.ts';
import { uploadOf } from './body.ts';

/** An answer with a page: a new message, or an update of the pressed message. */
export type PageAnswer =
  | {
      readonly kind: 'reply';
      readonly page: Page;
      readonly private: boolean;
      /** Hears the id of the message once it is sent; undefined where it was not, or Discord does not tell. */
      readonly onSettled?: (messageId: string | undefined) => void;
    }
  | { readonly kind: 'update'; readonly page: Page };

/** An answer: a page, or a form that is opened. Nothing can be deferred before a form. */
export type Answer =
  | PageAnswer
  | { readonly kind: 'form'; readonly form: APIModalInteractionResponseCallbackData };

/** The kind of a deferred response. */
export type Deferral = { readonly kind: 'reply'; readonly private: boolean } | { readonly kind: 'update' };

type InteractionAddress = Pick<UserInteraction, 'id' | 'token' | 'application_id'>;

/**
 * Responds to one interaction, by the routes of Discord's "Receiving and Responding".
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object
 */
export interface Responder {
  /** Gives the id of the message, where Discord tells it. */
  readonly answer: (answer: Answer) => Promise<string | undefined>;
  /** Shows "thinking…" until `completeDeferred`. */
  readonly defer: (deferral: Deferral) => Promise<void>;
  readonly completeDeferred: (deferral: Deferral, answer: PageAnswer) => Promise<string | undefined>;
  readonly choices: (choices: readonly Choice[]) => Promise<void>;
}

const ANSWER_TYPE = {
  reply: InteractionResponseType.ChannelMessageWithSource,
  update: InteractionResponseType.UpdateMessage,
} as const;

const PROMISE_TYPE = {
  reply: InteractionResponseType.DeferredChannelMessageWithSource,
  update: InteractionResponseType.DeferredMessageUpdate,
} as const;

const flagsOf = (deferral: Deferral): { readonly flags?: MessageFlags } =>
  deferral.kind === 'reply' && deferral.private ? { flags: MessageFlags.Ephemeral } : {};

/** The routes below are authorized by the interaction's token. */
const UNAUTHORIZED = { auth: false } as const;

/** Lets Discord give the message that was made. */
const WITH_RESPONSE = new URLSearchParams({ with_response: 'true' });

/** How long an interaction takes its first response, and those that follow, in milliseconds. */
const CALLBACK_TIME = 3_000;
const TOKEN_TIME = 15 * 60_000;

/** What goes to Discord's callback route. */
interface ResponsePayload {
  readonly body: object;
  readonly files: readonly UploadFile[];
  /** True for a promise: it has to be there before what fulfils it. */
  readonly isPromise?: boolean;
}

type CallbackResponse = Partial<RESTPostAPIInteractionCallbackWithResponseResult> | undefined;

/**
 * Sends the first response of an interaction, and gives the id of its message where that is known.
 * @param body what may be sent another way than by the callback route; undefined: nothing may
 * @param byRest sends it to the callback route
 */
export type FirstResponse = (
  body: object | undefined,
  byRest: () => Promise<string | undefined>,
) => Promise<string | undefined>;

/** Bytes of pictures that may not reach Discord within those 3 s: such an answer is promised first. */
const LARGE = 2 ** 20;

interface RespondOptions {
  /** Default: by REST. */
  readonly first?: FirstResponse | undefined;
  /** Hears how many milliseconds after its arrival the interaction had its first response. */
  readonly onFirst?: (milliseconds: number) => void;
  /** Is told of pictures that could not be sent along. */
  readonly log: Logger;
  /** Milliseconds since the interaction arrived. */
  readonly age?: number;
  /** Milliseconds of a monotonic clock: nothing is sent when the interaction is over. */
  readonly elapsed: () => number;
}

/** Answers an interaction that has just arrived. */
export const respondTo = (
  rest: Rest,
  { id, token, application_id }: InteractionAddress,
  { log, elapsed, age = 0, first = (_body, byRest) => byRest(), onFirst }: RespondOptions,
): Responder => {
  const arrived = elapsed() - age;
  const within = <T>(milliseconds: number, send: () => Promise<T>): Promise<T> => {
    const stillHolds = (): boolean => elapsed() - arrived < milliseconds;
    return withFinalCheck({ allows: async () => stillHolds(), stillHolds }, send);
  };
  const privacyOf = (given: PageAnswer): boolean => given.kind === 'reply' && given.private;
  const callback = Routes.interactionCallback(id, token);
  const original = Routes.webhookMessage(application_id, token, '@original');

  const respond = async (
    { body, files, isPromise = false }: ResponsePayload,
    wantsId: boolean,
  ): Promise<string | undefined> => {
    const byRest = async (): Promise<string | undefined> => {
      const options = { ...UNAUTHORIZED, ...(wantsId ? { query: WITH_RESPONSE } : {}), files, body };
      const response = await within(CALLBACK_TIME, () => rest.post<CallbackResponse>(callback, options));
      return response?.resource?.message?.id;
    };
    const id = await first(files.length > 0 || isPromise || wantsId ? undefined : body, byRest);
    onFirst?.(elapsed() - arrived);
    return id;
  };

  /** The promise that a large answer made of itself, once Discord has it. */
  let promised: Deferral | undefined;

  const promise = async (deferral: Deferral): Promise<void> => {
    const body = { type: PROMISE_TYPE[deferral.kind], data: flagsOf(deferral) };
    await respond({ body, files: [], isPromise: true }, false);
  };

  const answer = async (given: Answer): Promise<string | undefined> => {
    if (promised !== undefined && given.kind !== 'form') return await completeDeferred(promised, given);
    if (given.kind === 'form') {
      return await respond(
        { body: { type: InteractionResponseType.Modal, data: given.form }, files: [] },
        false,
      );
    }
    const { body, files } = await uploadOf(given.page, { private: privacyOf(given), log });
    if (files.reduce((sum, { size }) => sum + size, 0) > LARGE) {
      const deferral: Deferral =
        given.kind === 'reply' ? { kind: 'reply', private: given.private } : { kind: 'update' };
      await promise(deferral);
      promised = deferral;
      return await editOriginal(given.page);
    }
    const wantsId = given.kind === 'reply' && given.onSettled !== undefined;
    return await respond({ body: { type: ANSWER_TYPE[given.kind], data: body }, files }, wantsId);
  };

  const editOriginal = async (page: Page): Promise<string | undefined> => {
    const { body, files } = await uploadOf(page, { log });
    const message = await within(TOKEN_TIME, () =>
      rest.patch<Partial<APIMessage> | undefined>(original, { ...UNAUTHORIZED, files, body }),
    );
    return message?.id;
  };

  const followUp = async (given: PageAnswer): Promise<string | undefined> => {
    const { body, files } = await uploadOf(given.page, { private: privacyOf(given), log });
    const route = Routes.webhook(application_id, token);
    const message = await within(TOKEN_TIME, () =>
      rest.post<Partial<APIMessage> | undefined>(route, { ...UNAUTHORIZED, files, body }),
    );
    return message?.id;
  };

  const completeDeferred = async (deferral: Deferral, given: PageAnswer): Promise<string | undefined> => {
    const changesPressed = deferral.kind === 'update' && given.kind === 'reply';
    const wouldShowAll =
      deferral.kind === 'reply' && !deferral.private && given.kind === 'reply' && given.private;
    if (!changesPressed && !wouldShowAll) return await editOriginal(given.page);
    // A message's privacy is settled when it is promised: what must be private gets a message of its own.
    if (wouldShowAll) await within(TOKEN_TIME, () => rest.delete(original, UNAUTHORIZED));
    return await followUp(given);
  };

  return {
    answer,
    defer: promise,
    completeDeferred,
    choices: async (choices) => {
      const body = {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: choices.map(({ label, value }) => ({ name: label, value })) },
      };
      await respond({ body, files: [] }, false);
    },
  };
};
