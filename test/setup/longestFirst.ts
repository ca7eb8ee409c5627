import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** What takes longest, or waits most: begun first, nobody waits for it alone at the end. */
const LONG: readonly string[] = [
  'playground/web/lectern.browser.test.ts',
  'playground/web/access.browser.test.ts',
  'playground/web/page.browser.test.ts',
  'e2e/process/package.test.ts',
  'e2e/people/meaning.test.ts',
  'e2e/process/process.test.ts',
  'e2e/recap/kill.test.ts',
  'e2e/process/hang.test.ts',
  'e2e/process/shards.test.ts',
  'e2e/process/database.test.ts',
  'store/store.postgres.test.ts',
  'e2e/process/shards.postgres.test.ts',
  'relevance/relevance.test.ts',
  'store/sqlite.test.ts',
  'search/ask.test.ts',
  'recap/delivery/deliver.test.ts',
  'library/incremental.test.ts',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((name) => moduleId.endsWith(`/test/${name}`));
  return at === -1 ? LONG.length : at;
};

/** The long files of each project come first, also in a fresh clone, where vitest does not know yet how long they take. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((name) =>
      sorted.filter(({ project }) => project.name === name).sort((a, b) => rank(a) - rank(b)),
    );
  }
}
