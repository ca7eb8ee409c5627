import { claimsContract } from './contract/claims.ts';
import { feedbackContract } from './contract/feedback.ts';
import { ledgerContract } from './contract/ledger.ts';
import { planningContract } from './contract/planning.ts';
import { storeTestOn } from './contract/shared.ts';
import { subscriptionsContract } from './contract/subscriptions.ts';
import { vectorsContract } from './contract/vectors.ts';

/** What every database must do. `fresh` gives the address of a new, empty one. */
export function storeContract(fresh: () => Promise<string>): void {
  const storeTest = storeTestOn(fresh);
  subscriptionsContract(storeTest);
  claimsContract(storeTest);
  ledgerContract(storeTest);
  feedbackContract(storeTest);
  planningContract(storeTest);
  vectorsContract(storeTest);
}
