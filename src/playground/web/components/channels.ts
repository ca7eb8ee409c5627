import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelView, Guild } from '../../protocol/views.ts';
import { ANNOUNCEMENT, FORUM, may, PERMISSIONS, STAGE, VOICE } from '../discord.ts';
import { channelName, guildIdOf, isDirect, isThread, parentOf, type Scene } from '../scene.ts';
import { appAvatar, avatarOf } from './message/avatar.ts';

/** A loudspeaker with waves: Discord's sign of a channel for talking. */
const SPEAKER = 'M4 10v4h3l6 4V6L7 10H4zm12-1.500a4 4 0 010 7M18.500 6a8 8 0 010 12';

interface ChannelsView {
  readonly scene: Scene;
  readonly current: string | undefined;
  readonly unread: ReadonlySet<string>;
}

/** The channel list: channels of each server with their threads, then direct messages. */
export function channels({ scene, current, unread }: ChannelsView): TemplateResult {
  const direct = scene.channels.filter(isDirect);
  const row = (view: ChannelView): TemplateResult =>
    channelRow(view, scene, view.channel.id === current, unread.has(view.channel.id));
  return html`${scene.guilds.map((guild) => guildPart(guild, scene, row))}
    ${
      direct.length > 0
        ? html`<h2 class="channels-title">${scene.strings.directMessages}</h2>
            <ul>${direct.map((view) => html`<li>${row(view)}</li>`)}</ul>`
        : nothing
    }`;
}

function guildPart(
  guild: Guild,
  scene: Scene,
  row: (view: ChannelView) => TemplateResult,
): TemplateResult | typeof nothing {
  const own = scene.channels.filter(
    (view) => guildIdOf(view) === guild.id && may(view.permissions, PERMISSIONS.view),
  );
  if (own.length === 0) return nothing;
  const top = own.filter((view) => !isThread(view)).sort((a, b) => positionOf(a) - positionOf(b));
  return html`<h2 class=${scene.guilds.length > 1 ? 'channels-title' : 'sr'}>${guild.name}</h2>
    <ul>
      ${top.map((view) => {
        const threads = own.filter((one) => parentOf(one) === view.channel.id && isThread(one));
        return html`<li>
          ${row(view)}
          ${threads.length > 0 ? html`<ul class="threads">${threads.map((one) => html`<li>${row(one)}</li>`)}</ul>` : nothing}
        </li>`;
      })}
    </ul>`;
}

function positionOf(view: ChannelView): number {
  return 'position' in view.channel ? view.channel.position : 0;
}

function channelRow(view: ChannelView, scene: Scene, current: boolean, unread: boolean): TemplateResult {
  const name = channelName(view, scene);
  return html`<button
    type="button"
    class="channel ${unread ? 'unread' : ''}"
    aria-current=${current ? 'page' : nothing}
    @click=${() => scene.actions.go(view.channel.id)}
  >
    ${channelIcon(view, scene)}<span class="channel-name">${name}</span>${
      unread ? html`<span class="dot"><span class="sr">${scene.strings.unread}</span></span>` : nothing
    }
  </button>`;
}

/** The icon before a channel's name. */
export function channelIcon(view: ChannelView, scene: Scene): TemplateResult {
  if (isDirect(view)) {
    const name = channelName(view, scene);
    const source = view.botIsHere ? appAvatar() : avatarOf(view.channel.id, name);
    return html`<img class="channel-face" src=${source} alt="" />`;
  }
  const { type } = view.channel;
  const paths: Readonly<Record<number, string>> = {
    [ANNOUNCEMENT]: 'M3 11v3l3 .500L17 18V6L6 10.500zM8 15v4h3v-3M20.500 9.500v5',
    [VOICE]: SPEAKER,
    [STAGE]: SPEAKER,
    [FORUM]: 'M4 5h16v11h-9l-4 4v-4H4z',
  };
  const path = isThread(view)
    ? 'M6 4v9a3 3 0 003 3h9M18 16l-3-3M18 16l-3 3'
    : (paths[type] ?? 'M9 4L7 20M17 4l-2 16M4 9h17M3 15h17');
  return html`<svg class="channel-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
  </svg>`;
}
