import { MessageFlags } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { refuse } from '../rules/errors.ts';
import { checkMessage } from '../rules/message.ts';
import type { StoredMessage } from '../world/entities.ts';
import type { Interaction } from '../world/interaction.ts';
import { isPrivate } from '../world/interactions/interactionPayload.ts';
import { TOKEN_LIVES_MS } from '../world/interactions/interactions.ts';
import { deleteMessage, editMessage } from '../world/messages/messages.ts';
import type { World } from '../world/state.ts';
import {
  noContent,
  param,
  type RestContext,
  type RestDeps,
  type RestEnv,
  readBody,
  reply,
} from './exchange.ts';
import { answerMessage } from './interactions.ts';
import { editRules } from './messages.ts';

/** Routes after the first response (Interactions, "Receiving and Responding", endpoints): `@original`, follow-ups. */
export function webhookRoutes({ world, spec }: RestDeps): Hono<RestEnv> {
  const app = new Hono<RestEnv>();
  const path = '/webhooks/:application/:token';

  app.post(path, async (c) => {
    const { json, uploads } = await readBody(c);
    const interaction = interactionOf(world, c);
    const schema = 'IncomingWebhookInteractionRequest';
    const draft = checkMessage(spec, json, { schema, uploads, path: [] });
    const { original } = interaction;
    // The first message after "thinking…" replaces it, and inherits its visibility.
    if (original !== undefined && isLoading(original)) {
      editMessage(world, interaction.channel, original, draft, uploads);
      interaction.edits += 1;
      world.changes.emit({ kind: 'interaction', interaction });
      return reply(c, original.message);
    }
    const stored = answerMessage(world, interaction, draft, uploads, { isFollowUp: true });
    interaction.followUps.push(stored);
    world.changes.emit({ kind: 'interaction', interaction });
    return reply(c, stored.message);
  });

  app.get(`${path}/messages/:message`, (c) => {
    const interaction = interactionOf(world, c);
    return reply(c, found(interaction, param(c, 'message')).message);
  });

  app.patch(`${path}/messages/:message`, async (c) => {
    const { json, uploads } = await readBody(c);
    const interaction = interactionOf(world, c);
    const stored = found(interaction, param(c, 'message'));
    const rules = editRules(stored, 'IncomingWebhookUpdateRequestPartial', uploads, []);
    editMessage(world, interaction.channel, stored, checkMessage(spec, json, rules), uploads);
    interaction.edits += 1;
    world.changes.emit({ kind: 'interaction', interaction });
    return reply(c, stored.message);
  });

  app.delete(`${path}/messages/:message`, (c) => {
    const interaction = interactionOf(world, c);
    deleteMessage(world, interaction.channel, found(interaction, param(c, 'message')));
    return noContent(c);
  });

  return app;
}

/** The interaction of a token. Throws 10002, 10015, 50027. */
function interactionOf(world: World, c: RestContext): Interaction {
  if (param(c, 'application') !== world.applicationId) throw refuse('unknownWebhook');
  const interaction = world.interactions.get(param(c, 'token'));
  if (interaction === undefined) throw refuse('invalidWebhookToken');
  if (world.clock.now() - interaction.createdAt > TOKEN_LIVES_MS) throw refuse('invalidWebhookToken');
  if (interaction.answer === undefined) throw refuse('unknownWebhook');
  return interaction;
}

/** `@original`, a follow-up, or the response with an id. Throws 10008. */
function found(interaction: Interaction, id: string): StoredMessage {
  const mine = [interaction.original, ...interaction.followUps].filter((one) => one !== undefined);
  const stored = id === '@original' ? interaction.original : mine.find((one) => one.message.id === id);
  if (stored === undefined) throw refuse('unknownMessage');
  const gone = !interaction.channel.byId.has(stored.message.id);
  // A dismissed private message can still be edited, invisibly.
  if (gone && !isPrivate(stored.message.flags)) throw refuse('unknownMessage');
  return stored;
}

function isLoading(stored: StoredMessage): boolean {
  return ((stored.message.flags ?? 0) & MessageFlags.Loading) !== 0;
}
