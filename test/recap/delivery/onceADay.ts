import fc from 'fast-check';
import { assertOnceADay, runScenario, scenario } from '../sim/history.ts';
import { allZones } from '../time/transitions.ts';

/** @param jumps whether the clock jumps as well */
export async function assertOnceADayHolds(jumps: boolean, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(scenario(allZones, jumps), async (plan) => assertOnceADay(await runScenario(plan))),
    { numRuns, interruptAfterTimeLimit: 600_000 },
  );
}
