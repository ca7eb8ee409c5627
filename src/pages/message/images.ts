import type { APIEmbed } from 'discord-api-types/v10';
import type { Image } from '#library/model.ts';
import type { PageFile } from '../model.ts';
import { cutLabel } from './cut.ts';
import { LIMITS } from './limits.ts';

/** Pictures of a page. */
export interface Pictures {
  /** What an embed shows each of them by, in order. */
  readonly urls: readonly string[];
  readonly files: readonly PageFile[];
}

/** The part of an embed that shows a picture. */
export const embedImage = (url: string | undefined): Pick<APIEmbed, 'image'> =>
  url === undefined ? {} : { image: { url } };

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

/** Pictures as embeds show them: files are attached to the message under names that differ. */
export function drawPictures(images: readonly Image[]): Pictures {
  const files: PageFile[] = [];
  const names = new Set<string>();
  const urls = images.map((image) => {
    if (image.kind === 'url') return image.url;
    const name = fileName(image.name, names);
    names.add(name);
    files.push({ name, path: image.path, description: cutLabel(image.alt, LIMITS.fileDescription) });
    return `attachment://${name}`;
  });
  return { urls, files };
}
