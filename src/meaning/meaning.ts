import type { Library } from '#library/model.ts';
import type { Meaning } from '#pages/answer/composed.ts';
import type { Store } from '#store/store.ts';
import type { Logger } from '../log.ts';
import { createComposer } from './composer.ts';
import { createNearest } from './nearest.ts';
import { createReport } from './report.ts';
import type { After, Service } from './service.ts';

/** The models, with their view of the posts. */
export interface OpenMeaning extends Meaning {
  /** Resolves when the library is embedded, or could not be. */
  readonly settled: () => Promise<void>;
  /** Takes a newer library. */
  readonly follow: (library: Library) => void;
  /** Ends what is under way: nothing is asked any more. */
  readonly stop: () => void;
}

interface MeaningOptions {
  readonly embeddings: Service | undefined;
  readonly model: Service | undefined;
  readonly store: Pick<Store, 'vectors' | 'keepVectors' | 'pruneVectors'>;
  readonly library: Library;
  readonly clock: { readonly after: After; readonly monotonic: () => number };
  /** Runs work that one process at a time may do. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly log: Logger;
}

const nothing = async (): Promise<undefined> => undefined;

/** Begins to embed the library, and answers from now on. */
export const createMeaning = (options: MeaningOptions): OpenMeaning => {
  const { embeddings, model, store, library, clock, alone, log } = options;
  const { after, monotonic } = clock;
  const nearest =
    embeddings &&
    createNearest({
      service: embeddings,
      store,
      library,
      after,
      alone,
      report: createReport(log, 'EMBEDDINGS_URL', 'answers go by words alone', monotonic),
    });
  const composer =
    model &&
    createComposer(model, after, createReport(log, 'MODEL_URL', 'answers are quotes alone', monotonic));
  return {
    nearness: nearest?.nearness ?? nothing,
    compose: composer?.compose ?? nothing,
    settled: nearest?.settled ?? nothing,
    follow: (newer) => nearest?.follow(newer),
    stop: () => {
      nearest?.stop();
      composer?.stop();
    },
  };
};
