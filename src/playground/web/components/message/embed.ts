import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../markdown/inline.ts';
import type { Scene } from '../../scene.ts';
import { messageTime } from '../../time.ts';
import { inlineMarkdown, markdown } from './markdown.ts';
import { type Picture, picture } from './picture.ts';

/**
 * Draws an embed as Discord does.
 * @param pictures the message's attachments, which `attachment://name` refers to.
 */
export function embed(data: APIEmbed, pictures: readonly Picture[], scene: Scene): TemplateResult {
  const colour =
    data.color === undefined ? 'var(--embed-edge)' : `#${data.color.toString(16).padStart(6, '0')}`;
  return html`<skin-embed slot="embeds" class=${data.thumbnail ? 'with-thumbnail' : ''} .color=${colour}>
    ${author(data)}
    ${data.title ? html`<div slot="description" class="embed-title">${title(data, scene)}</div>` : nothing}
    ${
      data.description
        ? html`<discord-embed-description slot="description">${markdown(data.description, scene)}</discord-embed-description>`
        : nothing
    }
    ${data.fields?.length ? fields(data.fields, scene) : nothing}
    ${data.thumbnail ? html`<div slot="footer" class="embed-thumbnail">${picture(resolve(data.thumbnail, pictures), scene)}</div>` : nothing}
    ${data.image ? html`<div slot="footer" class="embed-image">${picture(resolve(data.image, pictures), scene)}</div>` : nothing}
    ${footer(data, scene)}
  </skin-embed>`;
}

function author(data: APIEmbed): TemplateResult | typeof nothing {
  if (!data.author) return nothing;
  const { name } = data.author;
  const url = safeUrl(data.author.url ?? '');
  return html`<div slot="description" class="embed-author">${
    url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${name}</a>` : name
  }</div>`;
}

function title(data: APIEmbed, scene: Scene): unknown {
  const drawn = inlineMarkdown(data.title ?? '', scene);
  const url = safeUrl(data.url ?? '');
  return url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${drawn}</a>` : drawn;
}

function fields(list: readonly APIEmbedField[], scene: Scene): TemplateResult {
  let column = 0;
  const drawn = list.map((field) => {
    column = field.inline ? (column % 3) + 1 : 0;
    return html`<discord-embed-field inline-index=${field.inline ? String(column) : nothing}>
      <div class="embed-field-name">${inlineMarkdown(field.name, scene)}</div>
      ${markdown(field.value, scene)}
    </discord-embed-field>`;
  });
  return html`<discord-embed-fields slot="fields">${drawn}</discord-embed-fields>`;
}

function footer(data: APIEmbed, scene: Scene): TemplateResult | typeof nothing {
  if (!data.footer && !data.timestamp) return nothing;
  const when = data.timestamp
    ? messageTime(Date.parse(data.timestamp), scene.now(), scene.discordLocale, scene.strings)
    : undefined;
  const between = data.footer && when ? ' • ' : '';
  return html`<skin-footer slot="footer"><span>${data.footer?.text ?? ''}${between}${when ?? ''}</span></skin-footer>`;
}

interface Media {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  readonly description?: string;
}

/** The picture that an embed's `attachment://name` stands for, or the address itself. */
function resolve(media: Media, pictures: readonly Picture[]): Picture {
  const name = /^attachment:\/\/(.+)$/.exec(media.url)?.[1];
  const attached = pictures.find((one) => one.name === name || one.url === media.url);
  const { url, width, height, description = '' } = media;
  return attached ?? { name: name ?? '', alt: description, url, width, height };
}
