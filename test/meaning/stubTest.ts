import { onTestFinished, test } from 'vitest';
import { manualClock } from '#playground/index.ts';
import { type Stub, startStub } from './stub.ts';

/** A test that is given a service to behave as it likes, and a clock that stands still unless it is moved. */
export const stubTest = test
  .extend('stub', async (): Promise<Stub> => {
    const stub = await startStub();
    onTestFinished(stub.close);
    return stub;
  })
  .extend('clock', () => manualClock(0));
