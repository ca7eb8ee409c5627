import type {
  APIMessageInteractionMetadata,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Outcome } from '../protocol/requests.ts';
import type { ChannelState, PersonState, StoredMessage } from './entities.ts';

/** An action of a person, and its outcome. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** Discord's `InteractionType`. */
  readonly type: number;
  readonly person: PersonState;
  readonly channel: ChannelState;
  readonly createdAt: number;
  /** The pressed message, or the one of the modal. */
  readonly source: StoredMessage | undefined;
  /** Copied to the messages that answer. */
  readonly metadata: APIMessageInteractionMetadata;
  /** The id of the command and its name with the subcommand, for a command. */
  readonly command: { readonly id: string; readonly name: string; readonly type: number } | undefined;
  /** The callback's type, once it was answered. */
  answer: number | undefined;
  /** The first response, or the failure. */
  outcome: Outcome | undefined;
  /** `@original`: the response, or the pressed message where it was updated. */
  original: StoredMessage | undefined;
  /** Follow-up messages, in order. */
  readonly followUps: StoredMessage[];
  /** Number of edits of `@original` after the first response. */
  edits: number;
  /** The modal in the response. */
  modal: APIModalInteractionResponseCallbackData | undefined;
  /** Cancels the 3-second deadline. */
  stopWaiting: () => void;
}
