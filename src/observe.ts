import { type Channel, channel } from 'node:diagnostics_channel';

export const INTERACTION_KINDS = [
  'command',
  'component',
  'autocomplete',
  'modal',
  'message',
  'other',
] as const;

/** `apologized`: answered with an apology; the log says why. `unanswered`: nothing reached Discord in time. */
export const INTERACTION_OUTCOMES = ['answered', 'apologized', 'unanswered'] as const;

/** An interaction that is over, or a message that asked the bot. */
export interface ObservedInteraction {
  readonly kind: (typeof INTERACTION_KINDS)[number];
  readonly outcome: (typeof INTERACTION_OUTCOMES)[number];
  /** Seconds until the first answer had reached Discord; undefined where none did. */
  readonly firstAnswer: number | undefined;
}

export const DELIVERY_OUTCOMES = ['posted', 'missed', 'failed', 'uncertain', 'nothing'] as const;

/** A recap that has come to its end, or several that were missed together. */
export interface ObservedDelivery {
  readonly outcome: (typeof DELIVERY_OUTCOMES)[number];
  /** Number of recaps. */
  readonly count: number;
  /** Seconds from the due time, of several from that of the last. */
  readonly lag: number;
}

/** An answer of Discord's REST API. */
export interface ObservedRequest {
  readonly method: string;
  readonly status: number;
}

/** A request that waits for a rate limit. */
export interface ObservedWait {
  /** Seconds. */
  readonly wait: number;
}

/** A request to a model of the owner's choice. */
export interface ObservedModel {
  readonly kind: 'embeddings' | 'model';
  /**
   * `late`: not in time. `refused`: an error. `unreachable`: no connection. `unreadable`: an answer of no use. `busy`: not
   * asked, since enough requests were under way. `unsupported`: what the model wrote was not held by the passages.
   */
  readonly outcome: (typeof MODEL_OUTCOMES)[number];
}

export const MODEL_OUTCOMES = [
  'answered',
  'late',
  'refused',
  'unreachable',
  'unreadable',
  'busy',
  'unsupported',
] as const;

/** A stream of what happens, for whoever measures. Without a listener nothing is built or sent. */
interface Stream<T extends object> {
  readonly tell: (make: () => T) => void;
  /** Returns a function that ends the listening. */
  readonly hear: (listener: (what: T) => void) => () => void;
}

const stream = <T extends object>(name: string): Stream<T> => {
  const told: Channel<unknown, T> = channel(`lectern:${name}`);
  return {
    tell: (make) => {
      if (told.hasSubscribers) told.publish(make());
    },
    hear: (listener) => {
      // Nobody but `tell` publishes on this channel.
      const onMessage = (what: unknown): void => listener(what as T);
      told.subscribe(onMessage);
      return () => told.unsubscribe(onMessage);
    },
  };
};

/** What happens in this process, by streams. */
export const observed = {
  interactions: stream<ObservedInteraction>('interaction'),
  deliveries: stream<ObservedDelivery>('delivery'),
  requests: stream<ObservedRequest>('request'),
  waits: stream<ObservedWait>('wait'),
  models: stream<ObservedModel>('model'),
} as const;
