import { describe, it } from 'vitest';
import { assertOnceADayHolds } from './onceADay.ts';

describe('each local date has one post (more of this: npm run test:proofs)', () => {
  it('whatever happens to the process and to Discord', () => assertOnceADayHolds(false, 15));
  it('whatever happens to the clock', () => assertOnceADayHolds(true, 15));
});
