import { html, nothing, type TemplateResult } from 'lit';
import type { PreviewPage } from '../../../protocol/panels.ts';
import type { Scene } from '../../scene.ts';
import { appAvatar } from './avatar.ts';
import { controls } from './controls.ts';
import { embed } from './embed.ts';
import { markdown } from './markdown.ts';
import { attachments, pictureOf } from './picture.ts';
import './skin.ts';

/** A static page as Discord would draw it: menus open, buttons disabled. */
export function staticMessage(page: PreviewPage, scene: Scene): TemplateResult {
  const { message } = page;
  const list = message.attachments ?? [];
  const pictures = list.map(pictureOf);
  const shown = new Set(
    message.embeds
      .flatMap((one) => [one.image?.url, one.thumbnail?.url])
      .map((url) => url?.replace('attachment://', '') ?? ''),
  );
  return html`<skin-message .author=${scene.bot.name} .avatar=${appAvatar()} .bot=${true} .roleColor=${'var(--strong)'} .timestamp=${''}>
    ${message.content ? markdown(message.content, scene) : nothing}
    ${attachments(list, shown, scene)}
    ${message.embeds.map((one) => embed(one, pictures, scene))}
    ${controls({ components: message.components ?? [] }, undefined, scene)}
  </skin-message>`;
}
