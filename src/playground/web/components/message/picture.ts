import type { APIAttachment } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../markdown/inline.ts';
import type { Scene } from '../../scene.ts';

/** A picture of a message. */
export interface Picture {
  readonly name: string;
  readonly alt: string;
  readonly url: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** An attachment as a picture, whatever its type. */
export function pictureOf(attachment: APIAttachment): Picture {
  return {
    name: attachment.filename,
    alt: attachment.description ?? '',
    url: attachment.url,
    width: attachment.width ?? undefined,
    height: attachment.height ?? undefined,
  };
}

/**
 * Draws a picture of this server. An external one becomes a link: the page loads nothing from elsewhere.
 */
export function picture(one: Picture, scene: Scene): TemplateResult {
  const url = URL.parse(one.url, location.href) ?? new URL('about:blank');
  if (url.origin !== location.origin && url.protocol !== 'data:') {
    return html`<a class="picture-away" href=${safeUrl(one.url) ?? nothing} target="_blank" rel="noopener noreferrer">
      <span aria-hidden="true">▨</span> ${one.alt || scene.strings.picture} · ${url.hostname}
    </a>`;
  }
  return html`<a class="picture" href=${url.href} target="_blank" rel="noopener noreferrer">
    <img
      src=${url.href}
      alt=${one.alt || scene.strings.picture}
      width=${one.width ?? nothing}
      height=${one.height ?? nothing}
      loading="lazy"
    />
  </a>`;
}

/** Draws the attachments that no embed refers to. */
export function attachments(
  list: readonly APIAttachment[],
  shown: ReadonlySet<string>,
  scene: Scene,
): TemplateResult | typeof nothing {
  const rest = list.filter((attachment) => !shown.has(attachment.filename) && !shown.has(attachment.url));
  if (rest.length === 0) return nothing;
  return html`<discord-attachments slot="attachments">${rest.map((attachment) =>
    attachment.content_type?.startsWith('image/')
      ? picture(pictureOf(attachment), scene)
      : file(attachment, scene),
  )}</discord-attachments>`;
}

function file(attachment: APIAttachment, scene: Scene): TemplateResult {
  const size = new Intl.NumberFormat(scene.discordLocale, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 1,
  });
  return html`<a class="file" href=${attachment.url} download=${attachment.filename}>
    <span class="file-name">${attachment.filename}</span>
    <span class="file-size">${size.format(attachment.size / 1024)}</span>
  </a>`;
}
