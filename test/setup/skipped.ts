import type { Reporter, TestModule } from 'vitest/node';
import { NO_BROWSER } from '../playground/web/browser.ts';

/** Lists the tests that were left out for want of a browser, and says how to get one. */
export default class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (!NO_BROWSER) return;
    const skipped = modules
      .filter(({ project }) => project.name === 'browser')
      .flatMap((module) => [...module.children.allTests('skipped')]);
    if (skipped.length === 0) return;
    console.log(`${skipped.length} tests are skipped: ${NO_BROWSER}.`);
    for (const { module, fullName } of skipped) console.log(`  ${module.relativeModuleId} > ${fullName}`);
  }
}
