import { html, nothing, type TemplateResult } from 'lit';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { parseInline } from '../../markdown/inline.ts';
import type { Block, Inline, List } from '../../markdown/model.ts';
import { channelName, type Scene, userName } from '../../scene.ts';
import './timestamp.ts';

type Drawn = TemplateResult | string | readonly Drawn[] | typeof nothing;

/** Renders the content of a message, the description of an embed or the value of a field. */
export function markdown(source: string, scene: Scene): Drawn {
  return html`<div class="md">${parseMarkdown(source).map((block) => drawBlock(block, scene))}</div>`;
}

/** Renders one line: titles, names of fields, footers. */
export function inlineMarkdown(source: string, scene: Scene): Drawn {
  return drawAll(parseInline(source), scene);
}

function drawBlock(block: Block, scene: Scene): Drawn {
  switch (block.type) {
    case 'text':
      return html`<div class="md-text">${drawAll(block.children, scene)}</div>`;
    case 'heading':
      return html`<div class="md-h${block.level}" role="heading" aria-level=${scene.headingLevel}
        >${drawAll(block.children, scene)}</div
      >`;
    case 'subtext':
      return html`<div class="md-subtext">${drawAll(block.children, scene)}</div>`;
    case 'quote':
      return html`<skin-quote>${block.children.map((child) => drawBlock(child, scene))}</skin-quote>`;
    case 'code':
      return html`<pre class="md-pre"><code>${block.text}</code></pre>`;
    case 'list':
      return drawList(block, scene);
  }
}

function drawList(list: List, scene: Scene): Drawn {
  const items = list.items.map(
    (item) =>
      html`<li><span class="md-text">${drawAll(item.children, scene)}</span>${item.lists.map((inner) =>
        drawList(inner, scene),
      )}</li>`,
  );
  return list.ordered ? html`<ol start=${list.start}>${items}</ol>` : html`<ul>${items}</ul>`;
}

function drawAll(nodes: readonly Inline[], scene: Scene): Drawn {
  return nodes.map((node) => drawInline(node, scene));
}

function drawInline(node: Inline, scene: Scene): Drawn {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'strong':
      return html`<strong>${drawAll(node.children, scene)}</strong>`;
    case 'emphasis':
      return html`<em>${drawAll(node.children, scene)}</em>`;
    case 'underline':
      return html`<u>${drawAll(node.children, scene)}</u>`;
    case 'strike':
      return html`<s>${drawAll(node.children, scene)}</s>`;
    case 'spoiler':
      return drawSpoiler(node.children, scene);
    case 'code':
      return html`<skin-code>${node.text}</skin-code>`;
    case 'link':
      return html`<a href=${node.url} title=${node.title ?? nothing} target="_blank" rel="noopener noreferrer"
        >${drawAll(node.children, scene)}</a
      >`;
    case 'user':
      return mention('user', userName(scene, node.id) ?? scene.strings.unknownUser);
    case 'role':
      return mention('role', roleName(scene, node.id));
    case 'everyone':
      return mention('user', node.name);
    case 'channel':
      return drawChannel(node.id, scene);
    case 'command':
      return html`<button type="button" class="command-mention" @click=${() => scene.actions.draft(node.name)}
        >/${node.name}</button
      >`;
    case 'time':
      return html`<play-timestamp .seconds=${node.seconds} .shape=${node.style} .scene=${scene}></play-timestamp>`;
    case 'emoji':
      return `:${node.name}:`;
  }
}

function mention(type: 'user' | 'role', name: string): Drawn {
  return html`<discord-mention type=${type}>${name}</discord-mention>`;
}

function roleName(scene: Scene, id: string): string {
  const roles = scene.guilds.flatMap((guild) => guild.roles);
  return roles.find((role) => role.id === id)?.name ?? scene.strings.unknownRole;
}

function drawChannel(id: string, scene: Scene): Drawn {
  const view = scene.channels.find((one) => one.channel.id === id);
  if (!view) return html`<discord-mention type="channel">${scene.strings.unknownChannel}</discord-mention>`;
  return html`<button type="button" class="channel-mention" @click=${() => scene.actions.go(id)}
    >#${channelName(view, scene)}</button
  >`;
}

function drawSpoiler(children: readonly Inline[], scene: Scene): Drawn {
  const reveal = (event: Event): void => {
    const spoiler = event.currentTarget;
    if (!(spoiler instanceof HTMLElement) || spoiler.hasAttribute('activated')) return;
    event.preventDefault();
    spoiler.setAttribute('activated', '');
    spoiler.removeAttribute('role');
    spoiler.removeAttribute('tabindex');
    spoiler.removeAttribute('aria-label');
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') reveal(event);
  };
  return html`<discord-spoiler
    role="button"
    tabindex="0"
    aria-label=${scene.strings.spoiler}
    @click=${reveal}
    @keydown=${key}
    ><span>${drawAll(children, scene)}</span></discord-spoiler
  >`;
}
