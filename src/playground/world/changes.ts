import type { WireEntry } from '../protocol.ts';
import type { ChannelState, StoredMessage } from './entities.ts';
import type { Interaction } from './interaction.ts';

/** What happened in the world, for whoever shows it or waits for it. */
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
  /** Something was done with an interaction: answered, given up, edited, followed up. */
  | { readonly kind: 'interaction'; readonly interaction: Interaction };

/** Where changes are told and heard, in order, synchronously. */
export interface Changes {
  emit(change: Change): void;
  /** Hears everything from now on; gives a function that ends it. */
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
