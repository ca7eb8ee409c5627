import {
  InteractionResponseType as Answer,
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { Hono } from 'hono';
import { checkChoices, checkModal } from '../rules/callbacks.ts';
import { mistake, refuse } from '../rules/errors.ts';
import { checkMessage } from '../rules/message.ts';
import type { StoredMessage } from '../world/entities.ts';
import type { Interaction } from '../world/interaction.ts';
import { isPrivate } from '../world/interactions/interactionPayload.ts';
import { choicesOf, isTooLate, settle } from '../world/interactions/interactions.ts';
import { createMessage, editMessage, type MessagePayload, type Upload } from '../world/messages/messages.ts';
import type { World } from '../world/state.ts';
import {
  type Body,
  noContent,
  param,
  type RestDeps,
  type RestEnv,
  readBody,
  record,
  reply,
} from './exchange.ts';
import { editRules } from './messages.ts';

/** The type of the option being completed, by interaction, to validate the choices. */
export type FocusedTypes = WeakMap<Interaction, number>;

/** Takes the first response to an interaction, by the callback route or in Discord's own request. Throws what Discord refuses. */
export function takeResponse(
  { world, spec }: RestDeps,
  focused: FocusedTypes,
  interaction: Interaction,
  { json, uploads }: Body,
): void {
  if (isTooLate(world, interaction)) throw refuse('unknownInteraction');
  if (interaction.answer !== undefined) throw refuse('alreadyAcknowledged');
  const { type, data } = record(json);
  requireAnswerType(interaction, type);
  switch (type) {
    case Answer.ChannelMessageWithSource: {
      const schema = 'IncomingWebhookInteractionRequest';
      const draft = checkMessage(spec, data ?? {}, { schema, uploads, path: ['data'] });
      interaction.answer = type;
      interaction.original = answerMessage(world, interaction, draft, uploads);
      settle(world, interaction, { kind: 'message', message: interaction.original.message });
      break;
    }
    case Answer.DeferredChannelMessageWithSource: {
      const flags = record(data)['flags'];
      const draft: MessagePayload = { flags: typeof flags === 'number' ? flags : 0 };
      interaction.answer = type;
      interaction.original = answerMessage(world, interaction, draft, [], {
        loading: MessageFlags.Loading,
      });
      settle(world, interaction, { kind: 'message', message: interaction.original.message });
      break;
    }
    case Answer.DeferredMessageUpdate:
      interaction.answer = type;
      interaction.original = interaction.source;
      settle(world, interaction, { kind: 'acknowledged' });
      break;
    case Answer.UpdateMessage: {
      const { source } = interaction;
      if (source === undefined) throw refuse('unknownMessage');
      const schema = 'IncomingWebhookUpdateForInteractionCallbackRequestPartial';
      const draft = checkMessage(spec, data ?? {}, editRules(source, schema, uploads, ['data']));
      interaction.answer = type;
      interaction.original = source;
      editMessage(world, interaction.channel, source, draft, uploads);
      settle(world, interaction, { kind: 'update', message: source.message });
      break;
    }
    case Answer.ApplicationCommandAutocompleteResult: {
      checkChoices(spec, data, focused.get(interaction) ?? 3);
      interaction.answer = type;
      const { choices } = record(data) as { choices?: APIApplicationCommandOptionChoice[] };
      settle(world, interaction, { kind: 'choices', choices: choicesOf(choices) });
      break;
    }
    case Answer.Modal: {
      checkModal(spec, data);
      const modal = data as APIModalInteractionResponseCallbackData;
      interaction.answer = type;
      interaction.modal = modal;
      settle(world, interaction, { kind: 'modal', interactionId: interaction.id, modal });
      break;
    }
  }
}

/** First answers to interactions (Interactions, "Receiving and Responding", create interaction response). */
export function interactionRoutes(deps: RestDeps, focused: FocusedTypes): Hono<RestEnv> {
  const { world } = deps;
  const app = new Hono<RestEnv>();

  app.post('/interactions/:id/:token/callback', async (c) => {
    const body = await readBody(c);
    const interaction = world.interactions.get(param(c, 'token'));
    if (interaction === undefined || interaction.id !== param(c, 'id')) throw refuse('unknownInteraction');
    takeResponse(deps, focused, interaction, body);
    if (c.req.query('with_response') !== 'true') return noContent(c);
    return reply(c, callbackResponse(interaction));
  });

  return app;
}

/** A message as the answer to an interaction. */
export function answerMessage(
  world: World,
  interaction: Interaction,
  draft: MessagePayload,
  uploads: readonly Upload[],
  { loading = 0, isFollowUp = false }: { readonly loading?: number; readonly isFollowUp?: boolean } = {},
): StoredMessage {
  const { source, command, channel, original } = interaction;
  const target = isFollowUp ? original : source;
  // Slash commands and message commands have types of their own; all others refer to a message.
  const isCommand = command !== undefined && !isFollowUp;
  const kind = isCommand
    ? { type: command.type === 1 ? 20 : 23 }
    : target === undefined
      ? {}
      : { type: 19, message_reference: { type: 0, channel_id: channel.id, message_id: target.message.id } };
  const metadata =
    isFollowUp && original !== undefined
      ? { ...interaction.metadata, original_response_message_id: original.message.id }
      : interaction.metadata;
  const old = !isCommand
    ? {}
    : {
        interaction: {
          id: interaction.id,
          type: interaction.type,
          name: command.name,
          user: interaction.metadata.user,
        },
      };
  return createMessage(world, channel, draft, uploads, {
    author: world.user,
    onlyFor: isPrivate(draft.flags ?? 0) ? interaction.person.id : undefined,
    extra: {
      ...kind,
      ...old,
      interaction_metadata: metadata,
      flags: loading,
      webhook_id: world.applicationId,
    } as unknown as Partial<APIMessage>,
  });
}

const TO_COMMAND: unknown[] = [
  Answer.ChannelMessageWithSource,
  Answer.DeferredChannelMessageWithSource,
  Answer.Modal,
];
const TO_COMPONENT: unknown[] = [...TO_COMMAND, Answer.DeferredMessageUpdate, Answer.UpdateMessage];

function requireAnswerType(interaction: Interaction, type: unknown): void {
  const isUpdate = type === Answer.DeferredMessageUpdate || type === Answer.UpdateMessage;
  const fits =
    interaction.type === InteractionType.ApplicationCommandAutocomplete
      ? type === Answer.ApplicationCommandAutocompleteResult
      : interaction.type === InteractionType.MessageComponent
        ? TO_COMPONENT.includes(type)
        : interaction.type === InteractionType.ModalSubmit
          ? type !== Answer.Modal &&
            (TO_COMMAND.includes(type) || (isUpdate && interaction.source !== undefined))
          : TO_COMMAND.includes(type);
  if (!fits) {
    throw mistake(
      ['type'],
      'INTERACTION_APPLICATION_INVALID_TYPE',
      'This response type does not fit the interaction.',
    );
  }
}

/** Interaction callback response object (same page). */
function callbackResponse(interaction: Interaction): object {
  const { original, answer } = interaction;
  const hasMessage = original !== undefined && answer !== Answer.DeferredMessageUpdate;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channel.id,
      ...(interaction.channel.guildId === undefined ? {} : { guild_id: interaction.channel.guildId }),
      ...(original === undefined
        ? {}
        : {
            response_message_id: original.message.id,
            response_message_loading: ((original.message.flags ?? 0) & MessageFlags.Loading) !== 0,
            response_message_ephemeral: isPrivate(original.message.flags),
          }),
    },
    ...(hasMessage ? { resource: { type: answer, message: original.message } } : {}),
  };
}
