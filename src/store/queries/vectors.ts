import type { Engine } from '../schema.ts';
import type { Store } from '../store.ts';

/** Hashes that one query names. */
const BATCH = 500;

function* batchesOf<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += BATCH) yield list.slice(from, from + BATCH);
}

const bytesOf = (vector: Float32Array): Uint8Array =>
  new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength).slice();

/** Copied: bytes from a database begin anywhere in their buffer. */
const vectorOf = (bytes: Uint8Array): Float32Array => new Float32Array(Uint8Array.from(bytes).buffer);

/** What models of embeddings gave for texts, so that none is asked for twice. Numbers of 32 bits, little end first. */
export function vectorQueries({ db }: Engine): Pick<Store, 'vectors' | 'keepVectors' | 'pruneVectors'> {
  return {
    vectors: async (model, hashes) => {
      const kept = new Map<string, Float32Array>();
      for (const some of batchesOf(hashes)) {
        const rows = await db
          .selectFrom('vectors')
          .select(['hash', 'vector'])
          .where('model', '=', model)
          .where('hash', 'in', some)
          .execute();
        for (const { hash, vector } of rows) kept.set(hash, vectorOf(vector));
      }
      return kept;
    },
    keepVectors: (model, vectors) =>
      db.transaction().execute(async (trx) => {
        for (const some of batchesOf([...vectors])) {
          await trx
            .insertInto('vectors')
            .values(some.map(([hash, vector]) => ({ model, hash, vector: bytesOf(vector) })))
            .onConflict((conflict) =>
              conflict
                .columns(['model', 'hash'])
                .doUpdateSet((eb) => ({ vector: eb.ref('excluded.vector') })),
            )
            .execute();
        }
      }),
    pruneVectors: (hashes) =>
      db.transaction().execute(async (trx) => {
        const rows = await trx.selectFrom('vectors').select('hash').distinct().execute();
        const gone = rows.map(({ hash }) => hash).filter((hash) => !hashes.has(hash));
        let deleted = 0n;
        for (const some of batchesOf(gone)) {
          const { numDeletedRows } = await trx
            .deleteFrom('vectors')
            .where('hash', 'in', some)
            .executeTakeFirst();
          deleted += numDeletedRows;
        }
        return Number(deleted);
      }),
  };
}
