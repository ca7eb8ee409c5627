import type { APIEmbed } from 'discord-api-types/v10';
import type { Image } from '#library/model.ts';
import type { PageFile } from '../model.ts';
import { ACCENT } from './compose.ts';
import { cutLabel } from './cut.ts';
import { LIMITS } from './limits.ts';

/** More pictures in one message are hard to view on a phone. */
export const PICTURES_A_PART = 4;

/** Pictures of a page: the first in its embed, the others in additional embeds. */
export interface Pictures {
  readonly first: { readonly image?: { readonly url: string } };
  readonly more: readonly APIEmbed[];
  readonly files: readonly PageFile[];
}

/** A file name that is valid for Discord and unique in the message. */
function fileName(name: string, used: ReadonlySet<string>): string {
  const safe =
    name
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[-.]+/, '')
      .slice(-80) || 'image';
  for (let at = 1; ; at += 1) {
    const candidate = at === 1 ? safe : `${at}-${safe}`;
    if (!used.has(candidate)) return candidate;
  }
}

export function drawPictures(images: readonly Image[]): Pictures {
  const files: PageFile[] = [];
  const names = new Set<string>();
  const urls = images.slice(0, PICTURES_A_PART).map((image) => {
    if (image.kind === 'url') return image.url;
    const name = fileName(image.name, names);
    names.add(name);
    files.push({ name, path: image.path, description: cutLabel(image.alt, LIMITS.fileDescription) });
    return `attachment://${name}`;
  });
  const [first, ...more] = urls;
  return {
    first: first === undefined ? {} : { image: { url: first } },
    more: more.map((url) => ({ color: ACCENT, image: { url } })),
    files,
  };
}

/**
 * The pictures of one part, distributed so that every picture is on some part: one per part where that
 * is enough, else evenly. @param part from 1.
 */
export function imagesOfPart(images: readonly Image[], part: number, parts: number): readonly Image[] {
  const each = Math.max(1, Math.ceil(images.length / parts));
  return images.slice((part - 1) * each, part * each);
}
