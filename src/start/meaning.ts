import type { Library } from '#library/model.ts';
import type { OpenMeaning } from '#meaning/meaning.ts';
import type { Clock } from '#recap/time/clock.ts';
import type { Store } from '#store/store.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../log.ts';
import type { Leases } from './leases.ts';

interface MeaningParts {
  readonly config: Pick<Config, 'embeddings' | 'model'>;
  readonly store: Pick<Store, 'vectors' | 'keepVectors' | 'pruneVectors'>;
  readonly library: Library;
  readonly clock: Clock;
  readonly leases: Pick<Leases, 'alone'>;
  readonly log: Logger;
}

/** The models of the owner's choice; undefined, and nothing of it loaded, where there are none. */
export const openMeaning = async (parts: MeaningParts): Promise<OpenMeaning | undefined> => {
  const { config, leases, ...others } = parts;
  const { embeddings, model } = config;
  if (embeddings === undefined && model === undefined) return undefined;
  const { createMeaning } = await import('#meaning/meaning.ts');
  return createMeaning({
    embeddings,
    model,
    alone: (work) => leases.alone('embeddings', work),
    ...others,
  });
};
