import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare const window: Window & {
  /** Undefined until its script has run. */
  readonly axe?: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
};

/**
 * What axe-core holds against a page as it stands, a line each.
 * @param within selectors of the parts to look at; the whole page where left out.
 */
export async function violations(page: Page, within: readonly string[] = ['html']): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window)))
    await page.evaluate(
      await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    );
  return page.evaluate(
    async (include) => {
      const results = await window.axe?.run({ include }, { resultTypes: ['violations'] });
      if (results === undefined) throw new Error('axe-core has not been loaded');
      return results.violations.flatMap((violation) =>
        violation.nodes.map(
          (node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`,
        ),
      );
    },
    [...within],
  );
}
