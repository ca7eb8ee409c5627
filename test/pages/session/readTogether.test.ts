import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '#library/model.ts';
import { drawPage } from '#pages/draw.ts';
import { LIMITS, PART } from '#pages/message/limits.ts';
import { nextToRead, previousToRead, readingStarts, readTogether } from '#pages/session/readTogether.ts';
import { korean, library, post, section, session, sources } from '../build.ts';

/** Sections of these lengths; 0 is one for which the notes hold nothing. */
const postOf = (lengths: readonly number[]) =>
  post(
    '발표',
    lengths.map((length, at) =>
      section({
        name: `섹션 ${at}`,
        id: `s${at}`,
        ...(length === 0 ? {} : { markdown: '가'.repeat(length) }),
      }),
    ),
  );

const namesOf = (sections: readonly Section[]): readonly string[] => sections.map(({ id }) => id);

describe('sections are read together', () => {
  it('up to a comfortable length, without those that the notes hold nothing for', () => {
    const read = postOf([300, 400, 0, 500, 900, 0, 100, 0]);
    expect(
      readingStarts(read).map((start) => namesOf(readTogether(read, read.sections.indexOf(start)))),
    ).toEqual([
      ['s0', 's1', 's3'],
      ['s4', 's6'],
    ]);
    expect(nextToRead(read, 4)).toBeUndefined();
    expect(previousToRead(read, 4)?.id).toBe('s0');
    expect(previousToRead(read, 0)).toBeUndefined();
  });

  it('never with one that takes several pages', () => {
    const read = postOf([100, 5_000, 100, 100]);
    expect(namesOf(readTogether(read, 0))).toEqual(['s0']);
    expect(namesOf(readTogether(read, 1))).toEqual(['s1']);
    expect(namesOf(readTogether(read, 2))).toEqual(['s2', 's3']);
    expect(previousToRead(read, 2)?.id).toBe('s1');
  });

  it('with as many pictures as a message holds', () => {
    const image = { kind: 'url', alt: '', url: 'https://example.com/a.png' } as const;
    const pictured = Array.from({ length: 12 }, (_, at) =>
      section({ name: `섹션 ${at}`, id: `s${at}`, markdown: '글', images: [image], imagesAfter: [1] }),
    );
    const read = post('발표', pictured);
    const page = drawPage(
      sources(library([session(1, read)])),
      { page: 'section', session: '1', section: 's0', part: 1 },
      korean,
    );
    expect(page.embeds.length).toBeLessThanOrEqual(LIMITS.embeds);
    expect(page.embeds.map(({ image: shown }) => shown?.url)).toEqual(
      readTogether(read, 0).map(() => image.url),
    );
  });

  it('from the first page to the last each section is read once, whatever their lengths', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 2_500 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(lengths, (given) => {
        const read = postOf([50, ...given]);
        const pages = readingStarts(read).map((start) => readTogether(read, read.sections.indexOf(start)));
        const told = read.sections.filter(({ text }) => text !== '');
        expect(namesOf(pages.flat())).toEqual(namesOf(told));
        for (const page of pages) {
          const length = page.reduce((sum, { text }) => sum + text.length, 0);
          expect(page.length === 1 || length <= PART.wanted).toBe(true);
        }
        // And back again.
        for (const [at, page] of pages.entries()) {
          const [start] = page;
          const before = start && previousToRead(read, read.sections.indexOf(start));
          const last = pages[at - 1]?.at(-1);
          if (before === undefined || last === undefined) expect(at).toBe(0);
          else expect(readTogether(read, read.sections.indexOf(before))).toContain(last);
        }
      }),
      { numRuns: 60 },
    );
  });
});
