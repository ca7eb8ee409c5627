import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandOptionChoice,
  type APIMessageInteractionMetadata,
  InteractionType,
} from 'discord-api-types/v10';
import type { Outcome } from '../../protocol/requests.ts';
import type { ChannelState, PersonState, StoredMessage } from '../entities.ts';
import type { Interaction } from '../interaction.ts';
import { guildOf, type World } from '../state.ts';
import { apiUser } from '../views.ts';

/** Time limit of the first response, and lifetime of the token (Interactions, "Receiving and Responding"). */
export const ANSWER_WITHIN_MS = 3_000;
export const TOKEN_LIVES_MS = 15 * 60_000;

/** What makes an interaction of its kind. */
export interface InteractionInit {
  readonly type: number;
  readonly person: PersonState;
  readonly channel: ChannelState;
  readonly source?: StoredMessage | undefined;
  readonly command?: Interaction['command'];
  /** For a modal: the interaction that opened it. */
  readonly opener?: Interaction | undefined;
}

/** Most interactions kept; older ones are long past their 15 minutes. */
const KEPT = 20_000;

/** Begins an interaction and its 3-second deadline. Its payload is built elsewhere. */
export function beginInteraction(world: World, init: InteractionInit): Interaction {
  const id = world.newId();
  const interaction: Interaction = {
    id,
    token: randomBytes(48).toString('base64url'),
    type: init.type,
    person: init.person,
    channel: init.channel,
    createdAt: world.clock.now(),
    source: init.source,
    metadata: metadataOf(world, id, init),
    command: init.command,
    answer: undefined,
    outcome: undefined,
    original: undefined,
    followUps: [],
    edits: 0,
    modal: undefined,
    stopWaiting: () => {},
  };
  world.interactions.set(interaction.token, interaction);
  const oldest = world.interactions.keys().next();
  if (world.interactions.size > KEPT && !oldest.done) world.interactions.delete(oldest.value);
  interaction.stopWaiting = world.clock.after(ANSWER_WITHIN_MS, () => {
    settle(world, interaction, { kind: 'failed', reason: 'no-answer' });
  });
  return interaction;
}

/** Records the first response, or its absence; later ones change nothing. */
export function settle(world: World, interaction: Interaction, outcome: Outcome): void {
  if (interaction.outcome !== undefined) return;
  interaction.outcome = outcome;
  interaction.stopWaiting();
  world.changes.emit({ kind: 'interaction', interaction });
}

/** Choices as Discord passes them on, without undefined fields. */
export function choicesOf(
  choices: readonly (APIApplicationCommandOptionChoice | null)[] | null | undefined,
): APIApplicationCommandOptionChoice[] {
  return (choices ?? []).filter((choice) => choice !== null);
}

/** Whether a response comes too late. */
export function isTooLate(world: World, interaction: Interaction): boolean {
  return (
    interaction.outcome?.kind === 'failed' || world.clock.now() - interaction.createdAt > ANSWER_WITHIN_MS
  );
}

/** The owners of the installation, for this interaction (Interactions, "Authorizing Integration Owners Object"). */
export function owners(
  person: PersonState,
  channel: ChannelState,
  botIsMember: boolean,
): Record<string, string> {
  if (channel.guildId !== undefined && botIsMember) return { '0': channel.guildId };
  if (channel.guildId === undefined && channel.botIsHere) return { '0': '0', '1': person.id };
  return { '1': person.id };
}

function metadataOf(world: World, id: string, init: InteractionInit): APIMessageInteractionMetadata {
  const botIsMember = guildOf(world, init.channel)?.botIsMember ?? init.channel.botIsHere;
  const common = {
    id,
    type: init.type,
    user: apiUser(init.person),
    authorizing_integration_owners: owners(init.person, init.channel, botIsMember),
  };
  if (init.type === InteractionType.ApplicationCommand && init.command) {
    return {
      ...common,
      name: init.command.name,
      command_type: init.command.type,
    } as unknown as APIMessageInteractionMetadata;
  }
  if (init.type === InteractionType.ModalSubmit) {
    return {
      ...common,
      triggering_interaction_metadata: init.opener?.metadata,
    } as unknown as APIMessageInteractionMetadata;
  }
  return {
    ...common,
    interacted_message_id: init.source?.message.id,
  } as unknown as APIMessageInteractionMetadata;
}
