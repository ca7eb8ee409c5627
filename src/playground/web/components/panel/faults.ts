import { html, nothing, type TemplateResult } from 'lit';
import type { Fault, FaultKind } from '../../../protocol/faults.ts';
import type { BotState, ChannelView, WithheldFrame } from '../../../protocol/views.ts';
import { may, PERMISSIONS } from '../../discord.ts';
import type { Scene } from '../../scene.ts';
import type { FaultName, GatewayName, PermissionName } from '../../strings/model.ts';

const FAULTS: Readonly<Record<FaultName, FaultKind>> = {
  slow: { kind: 'delay', ms: 2500 },
  verySlow: { kind: 'delay', ms: 45_000 },
  error: { kind: 'status', status: 503 },
  unauthorized: { kind: 'status', status: 401 },
  limited: { kind: 'status', status: 429, retryAfter: 2 },
  unlimited: { kind: 'status', status: 429, retryAfter: null },
  hollow: { kind: 'hollow', text: '' },
  cut: { kind: 'cut' },
  lost: { kind: 'lost' },
  signature: { kind: 'signature' },
};
const FAULT_NAMES: readonly FaultName[] = [
  'slow',
  'verySlow',
  'error',
  'unauthorized',
  'limited',
  'unlimited',
  'hollow',
  'cut',
  'lost',
  'signature',
];
const WITHHELD: readonly WithheldFrame[] = ['hello', 'ready', 'resumed'];
const GATEWAY_NAMES: readonly GatewayName[] = ['cut', 'forget', 'down', 'up'];
const SHARDS: readonly number[] = [1, 2, 4, 16];
const PERMISSION_NAMES: readonly PermissionName[] = ['view', 'send', 'embed', 'attach', 'threads'];

interface FaultsView {
  readonly scene: Scene;
  readonly faults: readonly Fault[];
  readonly bot: BotState;
  readonly channel: ChannelView | undefined;
}

/** Buttons to add and clear faults. */
export function faultsPanel({ scene, faults, bot, channel }: FaultsView): TemplateResult {
  const { strings } = scene;
  return html`<ul class="fault-list">
      ${FAULT_NAMES.filter((name) => name !== 'signature' || bot.byHttp).map((name) => html`<li>${faultRow(name, scene)}</li>`)}
    </ul>
    ${
      faults.length > 0
        ? html`<ul class="fault-list set">
            ${faults.map((fault) => html`<li>${setRow(fault, scene)}</li>`)}
          </ul>`
        : nothing
    }
    <h4>${strings.gateway}</h4>
    <div class="row">
      ${GATEWAY_NAMES.map((action) => {
        const useless = action === 'up' ? bot.gatewayUp : !bot.gatewayUp;
        return html`<button type="button" class="button secondary small" ?disabled=${useless} @click=${() => void scene.actions.request({ do: 'gateway', action })}>
          <span>${strings.gatewayNames[action]}</span>
        </button>`;
      })}
    </div>
    ${withheldRow(bot, scene)} ${shardsRow(bot, scene)} ${channel ? permissions(channel, scene) : nothing}`;
}

/** Connections that hang while they are set up. */
function withheldRow(bot: BotState, scene: Scene): TemplateResult {
  const change = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLSelectElement)) return;
    const { value } = event.currentTarget;
    void scene.actions.request({ do: 'withheld', withheld: WITHHELD.find((what) => what === value) ?? null });
  };
  return html`<label class="row"
    >${scene.strings.withheld}
    <select class="plain" @change=${change}>
      <option .selected=${bot.withheld === null} value="">${scene.strings.withheldNothing}</option>
      ${WITHHELD.map((what) => html`<option .selected=${what === bot.withheld} value=${what}>${what.toUpperCase()}</option>`)}
    </select></label
  >`;
}

/** What Discord recommends as a bot grows: one shard for 1,000 servers. */
function shardsRow(bot: BotState, scene: Scene): TemplateResult {
  const change = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLSelectElement)) return;
    void scene.actions.request({ do: 'shards', shards: Number(event.currentTarget.value) });
  };
  return html`<label class="row"
    >${scene.strings.shards}
    <select class="plain" @change=${change}>
      ${SHARDS.map((count) => html`<option .selected=${count === bot.shards} value=${count}>${count}</option>`)}
    </select></label
  >`;
}

function faultRow(name: FaultName, scene: Scene): TemplateResult {
  const { strings, actions } = scene;
  // An interaction by HTTP is a request of Discord's: faults of all routes are of the bot's.
  const route = name === 'signature' ? 'POST /endpoint' : '*';
  const set = (): void => void actions.request({ do: 'fault', fault: FAULTS[name], route, times: 1 });
  return html`<span id="fault-${name}">${strings.faultNames[name]}</span>
    <button type="button" class="button secondary small" aria-describedby="fault-${name}" @click=${set}><span>${strings.set}</span></button>`;
}

function setRow(fault: Fault, scene: Scene): TemplateResult {
  const { strings, actions } = scene;
  const detail = fault.kind === 'status' ? String(fault.status) : fault.kind;
  return html`<span><code>${fault.route}</code> ${detail} · ${strings.left(fault.left)}</span>
    <button type="button" class="button secondary small" @click=${() => void actions.request({ do: 'clear-faults', fault: fault.id })}>
      <span>${strings.clear}</span>
    </button>`;
}

function permissions(channel: ChannelView, scene: Scene): TemplateResult {
  const { strings, actions } = scene;
  const change = (name: PermissionName, event: Event): void => {
    if (!(event.currentTarget instanceof HTMLInputElement)) return;
    void actions.request({
      do: 'permit',
      where: { channelId: channel.channel.id },
      permissions: String(PERMISSIONS[name]),
      allowed: event.currentTarget.checked,
    });
  };
  return html`<fieldset class="permissions">
    <legend>${strings.permissionsHere}</legend>
    ${PERMISSION_NAMES.map(
      (name) => html`<label
        ><input type="checkbox" .checked=${may(channel.appPermissions, PERMISSIONS[name])} @change=${(event: Event) => change(name, event)} />
        ${strings.permissionNames[name]}</label
      >`,
    )}
  </fieldset>`;
}
