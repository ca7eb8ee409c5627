import { claimsContract } from './contract/claims.ts';
import { ledgerContract } from './contract/ledger.ts';
import { planningContract } from './contract/planning.ts';
import { withStoreOn } from './contract/shared.ts';
import { subscriptionsContract } from './contract/subscriptions.ts';

/** What every database must do. `fresh` gives the address of a new, empty one. */
export function storeContract(fresh: () => Promise<string>): void {
  const withStore = withStoreOn(fresh);
  subscriptionsContract(withStore);
  claimsContract(withStore);
  ledgerContract(withStore);
  planningContract(withStore);
}
