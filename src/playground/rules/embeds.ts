import type { APIEmbed } from 'discord-api-types/v10';
import type { Mistake } from './errors.ts';

/** Limit of all embeds of one message together (Resources, "Message", embed limits). */
const MAX_EMBEDS_LENGTH = 6_000;

/** Rules for embeds that Discord's schema lacks: empty ones, empty fields, schemes, total length. */
export function embedMistakes(embeds: readonly APIEmbed[], path: Mistake['path']): Mistake[] {
  const mistakes = embeds.flatMap((embed, index) => one(embed, [...path, index]));
  const length = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  if (length > MAX_EMBEDS_LENGTH) {
    mistakes.push({
      path,
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${MAX_EMBEDS_LENGTH}`,
    });
  }
  return mistakes;
}

/** The characters that count: title, description, fields, footer and author. */
function embedLength(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).reduce((sum, field) => sum + trim(field.name) + trim(field.value), 0);
  return (
    trim(embed.title) + trim(embed.description) + fields + trim(embed.footer?.text) + trim(embed.author?.name)
  );
}

function trim(text: string | null | undefined): number {
  return (text ?? '').trim().length;
}

function one(embed: APIEmbed, path: Mistake['path']): Mistake[] {
  const mistakes: Mistake[] = [];
  const required = (...keys: (string | number)[]) =>
    mistakes.push({
      path: [...path, ...keys],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
    });
  const isEmpty =
    trim(embed.title) === 0 &&
    trim(embed.description) === 0 &&
    (embed.fields ?? []).length === 0 &&
    !embed.image?.url &&
    !embed.thumbnail?.url &&
    trim(embed.author?.name) === 0 &&
    trim(embed.footer?.text) === 0;
  if (isEmpty) required('description');
  for (const [index, field] of (embed.fields ?? []).entries()) {
    if (trim(field.name) === 0) required('fields', index, 'name');
    if (trim(field.value) === 0) required('fields', index, 'value');
  }
  if (embed.author && trim(embed.author.name) === 0) required('author', 'name');
  if (embed.footer && trim(embed.footer.text) === 0) required('footer', 'text');
  const links = [
    [['url'], embed.url, false],
    [['author', 'url'], embed.author?.url, false],
    [['image', 'url'], embed.image?.url, true],
    [['thumbnail', 'url'], embed.thumbnail?.url, true],
    [['author', 'icon_url'], embed.author?.icon_url, true],
    [['footer', 'icon_url'], embed.footer?.icon_url, true],
  ] as const;
  for (const [keys, url, isMedia] of links) {
    const found = url
      ? schemeMistake(url, isMedia ? ['http', 'https', 'attachment'] : ['http', 'https'])
      : undefined;
    if (found) mistakes.push({ path: [...path, ...keys], ...found });
  }
  return mistakes;
}

/** Discord accepts no other schemes. */
export function schemeMistake(
  url: string,
  schemes: readonly string[],
): { code: string; message: string } | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? '';
  if (schemes.includes(scheme)) return undefined;
  const list = schemes.map((one) => `'${one}'`).join(', ');
  return {
    code: 'URL_TYPE_INVALID_SCHEME',
    message: `Scheme "${scheme}" is not supported. Scheme must be one of (${list}).`,
  };
}

/** All references of an embed to uploaded files, with paths. */
export function embedMedia(embed: APIEmbed): { keys: string[]; url: string }[] {
  return [
    { keys: ['image', 'url'], url: embed.image?.url },
    { keys: ['thumbnail', 'url'], url: embed.thumbnail?.url },
    { keys: ['author', 'icon_url'], url: embed.author?.icon_url },
    { keys: ['footer', 'icon_url'], url: embed.footer?.icon_url },
  ].flatMap(({ keys, url }) => (url ? [{ keys, url }] : []));
}
