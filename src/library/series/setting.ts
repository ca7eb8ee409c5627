import type { Finding, Image } from '../model.ts';
import { nameKey } from '../text/names.ts';
import { locateImage, resolveTarget, type Surroundings } from './address.ts';
import type { Placed } from './align.ts';
import type { Setting } from './build.ts';
import type { Named } from './grouping.ts';

/** A setting, what to remember it by, and what was found wrong on the way. */
export interface SetPost {
  readonly setting: Setting;
  /** Equal keys and equal drafts make equal posts. */
  readonly key: string;
  readonly findings: readonly Finding[];
}

interface Known {
  readonly post: Named;
  readonly ids: readonly string[];
  readonly number: number | undefined;
  readonly url: string | undefined;
  readonly unchanged: object;
  readonly namesakes: ReadonlyMap<string, readonly string[]>;
  readonly set: SetPost;
}

const remembered = new WeakMap<readonly Placed[], Known>();

/** True for a post that names no pictures and no other pages, so that nothing around it matters. */
function standsAlone({ draft }: Named, placed: readonly Placed[]): boolean {
  const plain = placed.every(({ section: { images, links } }) => images.length === 0 && links.length === 0);
  return plain && draft.front.image === undefined;
}

/** Whether headings of other posts matter: they do where a link ends in `#…`. */
function usesAnchors(placed: readonly Placed[]): boolean {
  return placed.some(({ section }) => section.links.some(({ target }) => target.includes('#')));
}

/** Finds what other files and settings say about one post: addresses, pictures, other names. */
export function setPost(
  post: Named,
  placed: readonly Placed[],
  ids: readonly string[],
  number: number | undefined,
  around: Surroundings,
  namesakes: ReadonlyMap<string, readonly string[]>,
): SetPost {
  const known = remembered.get(placed);
  const url = around.urls.get(post.draft.file);
  const { unchanged } = around;
  const same = known?.post === post && known.ids === ids && known.number === number && known.url === url;
  if (same && known.namesakes === namesakes) {
    if (standsAlone(post, placed) || (known.unchanged === unchanged && !usesAnchors(placed)))
      return known.set;
  }
  const set = setAnew(post, placed, ids, number, around, namesakes);
  remembered.set(placed, { post, ids, number, url, unchanged, namesakes, set });
  return set;
}

function setAnew(
  post: Named,
  placed: readonly Placed[],
  ids: readonly string[],
  number: number | undefined,
  around: Surroundings,
  namesakes: ReadonlyMap<string, readonly string[]>,
): SetPost {
  const { file, front } = post.draft;
  const findings: Finding[] = [];
  const stamps: string[] = [];
  const locate = (src: string, alt: string, line: number): Image[] => {
    const found = locateImage({ src, alt, line }, file, around);
    if (found === undefined) return [];
    if ('image' in found) {
      stamps.push(found.stamp);
      return [found.image];
    }
    findings.push({ level: 'warning', file, line, code: found.code, message: found.message });
    return [];
  };
  const images = placed.map(({ section }) =>
    section.images.flatMap(({ src, alt, line }) => locate(src, alt, line)),
  );
  const [cover] =
    front.image === undefined ? [] : locate(front.image, post.naming.title, front.lines['image'] ?? 1);
  const links = new Map<string, string | undefined>();
  const written = placed.flatMap(({ section }) => section.links);
  for (const { target, line } of written) {
    const { url, dead } = resolveTarget(target, file, around);
    links.set(target, url);
    if (!dead) continue;
    const message = `The link to "${target.slice(0, 80)}" leads nowhere; correct it or remove it.`;
    findings.push({ level: 'warning', file, line, code: 'dead-link', message });
  }
  const aliases = placed.map(({ section }) => {
    const others = [...section.aliases, ...(namesakes.get(nameKey(section.name)) ?? [])];
    return [...new Set(others)].filter((name) => name !== section.name);
  });
  const url = around.urls.get(file);
  const setting: Setting = { post, placed, ids, number, url, images, cover, links, aliases };
  const { naming, language, date } = post;
  const blocks = placed.map(({ section }) => section.blocks.length);
  const key = JSON.stringify([naming, language, date, number, url, ids, blocks, stamps, [...links], aliases]);
  return { setting, key, findings };
}
