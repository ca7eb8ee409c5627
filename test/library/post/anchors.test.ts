import fc from 'fast-check';
import GithubSlugger from 'github-slugger';
import { expect, test } from 'vitest';
import { anchorsOfHeadings } from '#library/post/anchors.ts';

const heading = fc
  .array(fc.constantFrom('a', 'B', '가', '2', ' ', '-', '_', '.', '1', 'é', '日'), { maxLength: 5 })
  .map((letters) => letters.join(''));

test('each heading that has a name is reached by the id that GitHub gives it, unless another one has that', () => {
  fc.assert(
    fc.property(fc.array(heading, { maxLength: 8 }), (headings) => {
      const slugger = new GithubSlugger();
      const ids = headings.map((text) => (text === '' ? '' : slugger.slug(text.trim()).normalize('NFC')));
      const anchors = anchorsOfHeadings(headings);
      const all = anchors.flat();
      expect(new Set(all).size).toBe(all.length);
      for (const [at, id] of ids.entries())
        if (id !== '') expect(anchors.slice(0, at + 1).flat()).toContain(id);
    }),
    { numRuns: 500 },
  );
});
