import type { Library } from '#library/model.ts';
import type { Nearness } from '#search/model.ts';
import type { Store } from '#store/store.ts';
import { observed } from '../observe.ts';
import { createEmbeddedLibrary, type EmbeddedLibrary } from './embeddedLibrary.ts';
import { createEmbed } from './embeddings.ts';
import type { Report } from './report.ts';
import { createRequestCache } from './requestCache.ts';
import type { After, Service } from './service.ts';

/** Milliseconds that a question may wait for its vector; then words alone answer. */
export const NEAREST_TIMEOUT = 400;
/** Questions that are embedded at a time; one more is answered by words alone. */
const AT_ONCE = 8;
/** Questions whose vectors are kept: a page is drawn again when it is shared. */
const RECENT = 200;
/** Characters of a question. */
const LONGEST = 1_000;

/** Tells how near in meaning the sections are to a question. */
export interface Nearest extends Pick<EmbeddedLibrary, 'follow' | 'settled' | 'stop'> {
  /** Undefined where nothing came in time. Never rejects. */
  readonly nearness: (question: string) => Promise<Nearness | undefined>;
}

interface NearestOptions {
  readonly service: Service;
  readonly store: Pick<Store, 'vectors' | 'keepVectors' | 'pruneVectors'>;
  readonly after: After;
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly report: Report;
  readonly library: Library;
}

/** Embeds the library in the background, and questions as they come. */
export const createNearest = ({ service, store, after, alone, report, library }: NearestOptions): Nearest => {
  const embed = createEmbed(service, after);
  const embedded = createEmbeddedLibrary({
    embed,
    model: service.model,
    store,
    after,
    alone,
    onFailure: report.failed,
    onDone: (figures) => {
      report.works();
      report.log.info(figures, 'the sections are embedded: questions are understood by meaning, too');
    },
  });
  embedded.follow(library);
  const recent = createRequestCache<Float32Array>(RECENT);
  let underWay = 0;

  const vectorOf = async (question: string): Promise<Float32Array | undefined> => {
    if (underWay >= AT_ONCE) {
      observed.models.tell(() => ({ kind: 'embeddings', outcome: 'busy' }));
      return undefined;
    }
    underWay += 1;
    try {
      const [vector] = await embed([question], NEAREST_TIMEOUT);
      if (vector !== undefined) embedded.measured(vector.length);
      report.works();
      return vector;
    } catch (error) {
      report.failed(error);
      return undefined;
    } finally {
      underWay -= 1;
    }
  };

  return {
    ...embedded,
    nearness: async (typed) => {
      const question = typed.slice(0, LONGEST).toWellFormed().trim();
      // Before the first section is embedded there is nothing to compare with.
      if (question === '' || embedded.vectors() === undefined) return undefined;
      const vector = await recent(question, () => vectorOf(question));
      return vector && embedded.vectors()?.nearness(vector);
    },
  };
};
