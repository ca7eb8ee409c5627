import type { Discord } from '#discord/connect.ts';
import type { Library } from '#library/model.ts';
import type { Recaps } from '#recap/recaps.ts';
import type { Store } from '#store/store.ts';

/** The parts of a bot that is starting: each is there from when it can be used. */
export interface Parts {
  library?: () => Library;
  /** Tells which interactions by HTTP are from Discord, or from the playground. */
  publicKey?: string | undefined;
  discord?: Pick<Discord, 'endpoint' | 'problem' | 'shards'>;
  store?: Pick<Store, 'setNote'>;
  recaps?: Pick<Recaps, 'busy' | 'problem'>;
}
