import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelView } from '../../protocol/views.ts';
import { channelName, type Scene } from '../scene.ts';
import { isLight } from '../theme.ts';
import type { World } from '../world.ts';
import { channelIcon } from './channels.ts';
import { clockOf } from './panel/clock.ts';

interface ChannelHeaderView {
  readonly scene: Scene;
  readonly world: World;
  readonly channel: ChannelView;
  readonly unread: boolean;
  /** Whether the control panel is collapsed in a wide window. */
  readonly sideShut: boolean;
  readonly openDrawer: (which: 'channels' | 'side') => void;
  readonly toggleSide: () => void;
  readonly toggleTheme: () => void;
}

/** The header above the messages: the channel, the playground's time, and buttons for the drawers. */
export function channelHeader(view: ChannelHeaderView): TemplateResult {
  const { scene, channel } = view;
  const { strings } = scene;
  const topic = 'topic' in channel.channel ? (channel.channel.topic ?? '') : '';
  const light = isLight();
  return html`<header class="bar">
    <button type="button" class="icon narrow" aria-label=${strings.openChannels} @click=${() => view.openDrawer('channels')}>
      ${ICONS.list}${view.unread ? html`<span class="dot"></span>` : nothing}
    </button>
    <h1>${channelIcon(channel, scene)}<span>${channelName(channel, scene)}</span></h1>
    <p class="topic">${topic}</p>
    ${timeChip(view)}
    <button
      type="button"
      class="icon"
      aria-label=${light ? strings.darkTheme : strings.lightTheme}
      @click=${view.toggleTheme}
    >${light ? ICONS.moon : ICONS.sun}</button>
    <button
      type="button"
      class="icon wide"
      aria-label=${view.sideShut ? strings.openPanel : strings.closePanel}
      aria-expanded=${view.sideShut ? 'false' : 'true'}
      @click=${view.toggleSide}
    >${ICONS.panel}</button>
    <button type="button" class="icon medium" aria-label=${strings.openPanel} @click=${() => view.openDrawer('side')}>
      ${ICONS.panel}
    </button>
  </header>`;
}

/** The playground's time, as a link to the clock panel. */
function timeChip({ scene, world, openDrawer }: ChannelHeaderView): TemplateResult | typeof nothing {
  const clock = clockOf(world.panels.find((panel) => panel.name === 'clock')?.state);
  if (!clock) return nothing;
  const format = new Intl.DateTimeFormat(scene.discordLocale, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: clock.timeZone,
  });
  const now = format.format(scene.now());
  return html`<button
    type="button"
    class="time-chip"
    aria-label="${scene.strings.time}: ${now}"
    @click=${() => openDrawer('side')}
  >${now}</button>`;
}

const ICONS = {
  list: icon('M4 7h16M4 12h16M4 17h16'),
  panel: icon('M4 5h16v14H4zM15 5v14'),
  sun: icon(
    'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v2.500M12 19.500V22M2 12h2.500M19.500 12H22M5 5l1.700 1.700M17.300 17.300L19 19M19 5l-1.700 1.700M6.700 17.300L5 19',
  ),
  moon: icon('M20 14.500A8 8 0 119.500 4a6.500 6.500 0 0010.500 10.500z'),
} as const;

function icon(path: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
  </svg>`;
}
