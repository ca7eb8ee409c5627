import { describe, it } from 'vitest';
import { assertOnceADayHolds } from './onceADay.ts';

describe('each local date has one post', () => {
  it('whatever happens to the process and to Discord', () => assertOnceADayHolds(false, 600));
  it('whatever happens to the clock', () => assertOnceADayHolds(true, 600));
});
