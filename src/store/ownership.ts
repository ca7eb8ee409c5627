import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { StoreError } from './storeError.ts';

/** Whose recaps a database holds. */
export interface Ownership {
  /** Id of the Discord application that took it into use; undefined for a new database, and for one from before. */
  readonly application: string | undefined;
  readonly holdsRecaps: boolean;
}

/** An empty database. */
export const noOwner: Ownership = { application: undefined, holdsRecaps: false };

/** Reads whose a database with up-to-date tables is. */
export async function readOwnership(db: Kysely<Schema>): Promise<Ownership> {
  const note = await db
    .selectFrom('notes')
    .select('value')
    .where('name', '=', 'application')
    .executeTakeFirst();
  const recap = await db.selectFrom('subscriptions').select('id').limit(1).executeTakeFirst();
  return { application: note?.value, holdsRecaps: recap !== undefined };
}

/** Who takes a database into use. */
export interface OwnerClaim {
  /** Id of the Discord application. */
  readonly application: string;
  /** Whether it also takes a database with recaps that does not say whose they are. */
  readonly adopts: boolean;
}

/** @throws StoreError `foreign` where the recaps are those of another application: its channels are unknown to this one */
export function refuseForeign(
  { application, holdsRecaps }: Ownership,
  claim: OwnerClaim,
  where: string,
): void {
  if (application === claim.application) return;
  if (application === undefined && (claim.adopts || !holdsRecaps)) return;
  const whose =
    application === undefined
      ? 'holds the recaps of a bot'
      : `belongs to the Discord application ${application}`;
  throw new StoreError(
    'foreign',
    `The database ${where} ${whose}, not to this one (${claim.application}), and is left as it is. Set DATABASE_URL to another database, or DISCORD_TOKEN to that application's token.`,
  );
}

/** Writes down whose the database is, unless that is known. */
export async function writeOwner(db: Kysely<Schema>, { application }: OwnerClaim): Promise<void> {
  await db
    .insertInto('notes')
    .values({ name: 'application', value: application })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}
