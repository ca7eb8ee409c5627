import type { Section } from '../model.ts';
import { resolveLinks } from '../post/markdown/clean.ts';
import { blocksOf } from '../post/packed.ts';

/** Where the relative links of a section lead; those that lead nowhere are left out. */
export type LinkTargets = readonly (readonly [target: string, url: string])[];

/** What the blocks of a section are made of. */
export interface SectionSource {
  readonly packed: string;
  readonly links: LinkTargets;
}

const sources = new WeakMap<Section, SectionSource>();

/** What the blocks of a section were made of; undefined for a section that came about in another way. */
export const sourceOf = (section: Section): SectionSource | undefined => sources.get(section);

/** A section whose blocks are read when they are asked for. */
export function sectionOf(fields: Omit<Section, 'blocks'>, source: SectionSource): Section {
  const section: Section = {
    ...fields,
    get blocks() {
      const blocks = blocksOf(source);
      if (fields.links.length === 0) return blocks;
      const urls = new Map(source.links);
      return blocks.map((block) => resolveLinks(block, (target) => urls.get(target)));
    },
  };
  sources.set(section, source);
  return section;
}
