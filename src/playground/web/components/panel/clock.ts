import { html, nothing, type TemplateResult } from 'lit';
import type { ClockPanel } from '../../../protocol/panels.ts';
import type { Json } from '../../../protocol/views.ts';
import { channelLabel, type Scene } from '../../scene.ts';
import { formatTimestamp } from '../../time.ts';

/** The host's clock panel, if the state is valid. */
export function clockOf(state: Json | undefined): ClockPanel | undefined {
  if (!isRecord(state)) return undefined;
  const { now, timeZone, next } = state;
  if (typeof now !== 'number') return undefined;
  const due =
    isRecord(next) && typeof next['at'] === 'number' && typeof next['channelId'] === 'string'
      ? { at: next['at'], channelId: next['channelId'] }
      : null;
  return { now, timeZone: typeof timeZone === 'string' ? timeZone : 'UTC', next: due };
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface ClockControls {
  /** True while the clock runs forward. */
  readonly busy: boolean;
  readonly notes: readonly string[];
  readonly advance: (to: 'recap' | 'day') => void;
}

/** The playground's time, the next recap, and buttons to advance to it. */
export function clockPanel(
  clock: ClockPanel,
  { busy, notes, advance }: ClockControls,
  scene: Scene,
): TemplateResult {
  const { strings, discordLocale } = scene;
  const show = (at: number): string => formatTimestamp(at / 1000, 'F', discordLocale, at, clock.timeZone);
  const channel = scene.channels.find((view) => view.channel.id === clock.next?.channelId);
  return html`<dl class="clock">
      <dt>${strings.now}</dt>
      <dd>${show(scene.now())} <span class="zone">${clock.timeZone}</span></dd>
      <dt>${strings.nextRecap}</dt>
      <dd>
        ${
          clock.next
            ? html`${show(clock.next.at)}${channel ? html` · <span class="nowrap">${channelLabel(channel, scene)}</span>` : nothing}`
            : strings.noRecap
        }
      </dd>
    </dl>
    <div class="row">
      <button type="button" class="button primary" ?disabled=${busy || !clock.next} @click=${() => advance('recap')}><span>${strings.toNextRecap}</span></button>
      <button type="button" class="button secondary" ?disabled=${busy} @click=${() => advance('day')}><span>${strings.nextDay}</span></button>
    </div>
    <p class="quiet" role="status">${notes.join(' ')}</p>`;
}
