import type {
  APIMessageInteractionMetadata,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Outcome } from '../protocol.ts';
import type { ChannelState, PersonState, StoredMessage } from './entities.ts';

/** One thing that a person did, and what has come of it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** Discord's `InteractionType`. */
  readonly type: number;
  readonly person: PersonState;
  readonly channel: ChannelState;
  readonly createdAt: number;
  /** The message that was pressed, or from whose modal this comes. */
  readonly source: StoredMessage | undefined;
  /** Stands on the messages that answer. */
  readonly metadata: APIMessageInteractionMetadata;
  /** The name and id of the command, for a command. */
  readonly command: { readonly id: string; readonly name: string; readonly type: number } | undefined;
  /** The callback's type, once it was answered. */
  answer: number | undefined;
  /** The first answer, or the failure. */
  outcome: Outcome | undefined;
  /** `@original`: the message that answered, or the pressed one where it was updated. */
  original: StoredMessage | undefined;
  /** New messages after the first, in order. */
  readonly followUps: StoredMessage[];
  /** How often `@original` was edited after the first answer. */
  edits: number;
  /** The modal that it was answered with. */
  modal: APIModalInteractionResponseCallbackData | undefined;
  /** Calls the 3 seconds off. */
  stopWaiting: () => void;
}
