import type { Section } from '../../model.ts';
import { blocksOf } from '../../post/draftCodec.ts';
import { resolveLinks } from '../../post/markdown/clean.ts';

/** Where the relative links of a section lead; those that lead nowhere are left out. */
export type LinkTargets = readonly (readonly [target: string, url: string])[];

/** What the blocks of a section are made of. */
export interface SectionSource {
  readonly serializedBlocks: string;
  readonly links: LinkTargets;
}

const sources = new WeakMap<Section, SectionSource>();

/** What the blocks of a section were made of; undefined for a section that came about in another way. */
export const sourceOf = (section: Section): SectionSource | undefined => sources.get(section);

/** One for all sections: with a getter each, every section would be a dictionary of its own. */
const BLOCKS = {
  enumerable: true,
  get(this: Section): Section['blocks'] {
    const source = sources.get(this);
    if (source === undefined) return [];
    const blocks = blocksOf(source);
    if (this.links.length === 0) return blocks;
    const urls = new Map(source.links);
    return blocks.map((block) => resolveLinks(block, (target) => urls.get(target)));
  },
};

const hasBlocks = (section: Omit<Section, 'blocks'>): section is Section => 'blocks' in section;

/** A section whose blocks are read when they are asked for. The fields become the section. */
export function sectionOf(fields: Omit<Section, 'blocks'>, source: SectionSource): Section {
  const section = Object.defineProperty(fields, 'blocks', BLOCKS);
  if (!hasBlocks(section)) throw new TypeError('A section has blocks');
  sources.set(section, source);
  return section;
}
