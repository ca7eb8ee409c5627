import { createPause } from '#library/compute/slicedWork.ts';
import type { Library } from '#library/model.ts';
import type { Store } from '#store/store.ts';
import type { Embed } from './embeddings.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type After, ServiceError } from './service.ts';
import { createVectors, type PieceRef, type Vectors } from './vectors.ts';

/** Texts of one request, and milliseconds for it: a small machine takes its time. */
const BATCH = 32;
const PATIENCE = 120_000;
/** Milliseconds of exponential backoff after a failed request. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 300_000;

/** The vectors of the newest library, as far as there are some yet. */
export interface EmbeddedLibrary {
  readonly vectors: () => Vectors | undefined;
  /**
   * Hears of the size of a vector that the service gave. Kept ones of another size are made anew, once.
   * @throws ServiceError where it gave another size before
   */
  readonly measured: (size: number) => void;
  /** Embeds a newer library from now on, in the background. */
  readonly follow: (library: Library) => void;
  /** Resolves when everything is embedded, or a request has failed. */
  readonly settled: () => Promise<void>;
  /** Ends a request that is under way, and begins none. */
  readonly stop: () => void;
}

interface EmbeddedOptions {
  readonly embed: Embed;
  readonly model: string;
  readonly store: Pick<Store, 'vectors' | 'keepVectors' | 'pruneVectors'>;
  readonly after: After;
  /** Runs work that one process at a time may do. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** A request failed, and is tried again. */
  readonly onFailure: (error: unknown) => void;
  /** Everything is embedded. */
  readonly onDone: (figures: {
    readonly pieces: number;
    readonly embedded: number;
    readonly pruned: number;
    readonly bytes: number;
  }) => void;
}

/** A text that the service refuses by itself, such as one too long for its model, is left out; the rest is not. */
const isOfTexts = (error: unknown): boolean =>
  error instanceof ServiceError && (error.status === 400 || error.status === 413 || error.status === 422);

/**
 * Keeps the sections of a library embedded: takes what the store has, asks for the rest in batches, keeps each batch
 * before the next, and deletes what is of sections that are gone.
 */
export const createEmbeddedLibrary = (options: EmbeddedOptions): EmbeddedLibrary => {
  const { embed, model, store, after, alone } = options;
  const ending = new AbortController();
  const { signal } = ending;
  let vectors: Vectors | undefined;
  let dimension: number | undefined;
  /** The size that the service has given in this run. */
  let served: number | undefined;
  /** True where vectors were dropped, and the library is to be gone through again. */
  let isStale = false;
  let newest: Library | undefined;
  let isRunning = false;
  let settled = Promise.withResolvers<void>();
  let wake = (): void => {};

  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = after(milliseconds, resolve);
      wake = () => {
        cancel();
        resolve();
      };
      if (signal.aborted) wake();
    });

  /** The texts with their vectors; where the service refuses one of several, it alone is left out. */
  const embedPieces = async (pieces: readonly Piece[]): Promise<ReadonlyMap<string, Float32Array>> => {
    try {
      if (pieces.length === 0) return new Map();
      const made = await embed(
        pieces.map(({ text }) => text),
        PATIENCE,
        signal,
      );
      return new Map(pieces.flatMap(({ hash }, at) => (made[at] === undefined ? [] : [[hash, made[at]]])));
    } catch (error) {
      if (!isOfTexts(error)) throw error;
      if (pieces.length === 1) {
        options.onFailure(error);
        return new Map();
      }
      const half = Math.ceil(pieces.length / 2);
      const [one, other] = [await embedPieces(pieces.slice(0, half)), await embedPieces(pieces.slice(half))];
      return new Map([...one, ...other]);
    }
  };

  const take = (refs: readonly PieceRef[], made: ReadonlyMap<string, Float32Array>): void => {
    for (const [hash, vector] of made) {
      dimension ??= vector.length;
      if (vectors?.dimension !== dimension) vectors = createVectors(refs, dimension, vectors);
      vectors.add(hash, vector);
    }
  };

  /** Embeds a library once; gives up where a newer one has come. @throws what a request failed by */
  const embedLibrary = async (library: Library): Promise<void> => {
    isStale = false;
    const pause = createPause();
    const refs: PieceRef[] = [];
    for (const { text: _, ...ref } of piecesOf(library)) {
      refs.push(ref);
      await pause();
    }
    const hashes = new Set(refs.map(({ hash }) => hash));
    if (vectors !== undefined) vectors = createVectors(refs, vectors.dimension, vectors);
    const lacking = [...hashes].filter((hash) => vectors?.missing().has(hash) ?? true);
    for (let from = 0; from < lacking.length && newest === library; from += 8 * BATCH)
      take(refs, await store.vectors(model, lacking.slice(from, from + 8 * BATCH)));
    let embedded = 0;
    let batch: Piece[] = [];
    const flush = async (): Promise<void> => {
      const pieces = batch;
      batch = [];
      await alone(async () => {
        // Another process may have embedded them meanwhile.
        take(
          refs,
          await store.vectors(
            model,
            pieces.map(({ hash }) => hash),
          ),
        );
        const made = await embedPieces(pieces.filter(({ hash }) => vectors?.missing().has(hash) ?? true));
        const [first] = made.values();
        if (first !== undefined) measured(first.length);
        await store.keepVectors(model, made);
        take(refs, made);
        embedded += made.size;
      });
    };
    for (const piece of piecesOf(library)) {
      await pause();
      if (newest !== library || signal.aborted) return;
      const isKnown = vectors !== undefined && !vectors.missing().has(piece.hash);
      if (isKnown || batch.some(({ hash }) => hash === piece.hash)) continue;
      batch.push(piece);
      if (batch.length === BATCH) await flush();
    }
    if (batch.length > 0) await flush();
    const pruned = await store.pruneVectors(hashes);
    options.onDone({ pieces: hashes.size, embedded, pruned, bytes: vectors?.bytes ?? 0 });
  };

  const measured = (size: number): void => {
    if (served !== undefined && served !== size)
      throw new ServiceError('unreadable', `its vectors have ${size} numbers, and had ${served} before`);
    served = size;
    if (dimension === size) return;
    isStale = vectors !== undefined;
    dimension = size;
    vectors = undefined;
  };

  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    let failures = 0;
    for (let done: Library | undefined; newest !== undefined && done !== newest && !signal.aborted; ) {
      const library = newest;
      try {
        await embedLibrary(library);
        done = isStale ? undefined : library;
        failures = 0;
      } catch (error) {
        if (signal.aborted) break;
        options.onFailure(error);
        settled.resolve();
        const asked = error instanceof ServiceError ? (error.retryAfter ?? 0) : 0;
        await wait(Math.min(LONGEST_WAIT, Math.max(asked, FIRST_WAIT * 2 ** failures)));
        failures += 1;
      }
    }
    isRunning = false;
    settled.resolve();
  };

  return {
    vectors: () => vectors,
    measured: (size) => {
      measured(size);
      if (isStale) void run();
    },
    follow: (library) => {
      newest = library;
      settled = Promise.withResolvers<void>();
      wake();
      void run();
    },
    settled: () => settled.promise,
    stop: () => {
      ending.abort();
      wake();
    },
  };
};
