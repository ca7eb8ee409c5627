import type { WireEntry } from '../protocol/faults.ts';
import type { ChannelState, StoredMessage } from './entities.ts';
import type { Interaction } from './interaction.ts';

/** A change of the world, for views and waiting code. */
export type Change =
  | { readonly kind: 'message'; readonly stored: StoredMessage; readonly isNew: boolean }
  | {
      readonly kind: 'message-gone';
      readonly channelId: string;
      readonly messageId: string;
      readonly stored: StoredMessage;
    }
  | { readonly kind: 'channel'; readonly channel: ChannelState }
  | { readonly kind: 'channel-gone'; readonly channelId: string }
  | { readonly kind: 'guild'; readonly guildId: string }
  | { readonly kind: 'people' }
  | { readonly kind: 'commands' }
  | { readonly kind: 'typing'; readonly channelId: string; readonly userId: string }
  | { readonly kind: 'bot' }
  | { readonly kind: 'faults' }
  | { readonly kind: 'wire'; readonly entry: WireEntry }
  /** An interaction was answered, failed, edited, or followed up. */
  | { readonly kind: 'interaction'; readonly interaction: Interaction };

/** Emits changes to listeners, in order, synchronously. */
export interface Changes {
  emit(change: Change): void;
  /** Calls the listener with every change; returns a function that unsubscribes. */
  subscribe(listener: (change: Change) => void): () => void;
}

export function changes(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    emit(change) {
      for (const listener of [...listeners]) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
