import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APIMessage,
  APISelectMenuComponent,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { BUTTON, DANGER, LINK, PRIMARY, ROW, SECONDARY, SUCCESS } from '../../discord.ts';
import { safeUrl } from '../../markdown/inline.ts';
import type { Scene } from '../../scene.ts';
import './select.ts';

const CLASSES: Readonly<Record<number, string>> = {
  [PRIMARY]: 'primary',
  [SECONDARY]: 'secondary',
  [SUCCESS]: 'success',
  [DANGER]: 'danger',
};

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Draws the rows of buttons and menus of a message. `pressed` is undefined for static pages. */
export function controls(
  message: Pick<APIMessage, 'components'> & Partial<APIMessage>,
  pressed: string | undefined,
  scene: Scene,
): readonly TemplateResult[] {
  return (message.components ?? []).filter(isRow).map(
    (row) => html`<discord-action-row slot="components">
      ${row.components.map((control) => drawControl(control, message, pressed, scene))}
    </discord-action-row>`,
  );
}

function isRow(component: NonNullable<APIMessage['components']>[number]): component is Row {
  return component.type === ROW;
}

function drawControl(
  control: APIComponentInMessageActionRow,
  message: Partial<APIMessage>,
  pressed: string | undefined,
  scene: Scene,
): TemplateResult {
  return control.type === BUTTON
    ? button(control, message, pressed, scene)
    : select(control, message, pressed, scene);
}

function button(
  data: APIButtonComponent,
  message: Partial<APIMessage>,
  pressed: string | undefined,
  scene: Scene,
): TemplateResult {
  const label = 'label' in data ? (data.label ?? '') : '';
  const emoji = 'emoji' in data ? data.emoji?.name : undefined;
  const face = html`${emoji ? html`<span class="emoji">${emoji}</span>` : nothing}${label}`;
  if (data.style === LINK) {
    return html`<a class="button secondary" href=${safeUrl(data.url) ?? nothing} target="_blank" rel="noopener noreferrer"
      ><span>${face}</span><span class="launch" aria-hidden="true">↗</span></a
    >`;
  }
  const customId = 'custom_id' in data ? data.custom_id : '';
  const waiting = pressed !== undefined && pressed === customId;
  const press = (): void => {
    if (isWhole(message) && pressed === undefined) void scene.actions.press(message, customId);
  };
  return html`<button
    type="button"
    class="button ${CLASSES[data.style] ?? 'secondary'} ${waiting ? 'waiting' : ''}"
    ?disabled=${data.disabled ?? false}
    aria-busy=${waiting ? 'true' : nothing}
    @click=${press}
  ><span>${face}</span></button>`;
}

function select(
  data: APISelectMenuComponent,
  message: Partial<APIMessage>,
  pressed: string | undefined,
  scene: Scene,
): TemplateResult {
  const choose = (event: CustomEvent<readonly string[]>): void => {
    if (isWhole(message)) void scene.actions.choose(message, data.custom_id, event.detail);
  };
  return html`<play-select
    .data=${data}
    .scene=${scene}
    .waiting=${pressed === data.custom_id}
    @choose=${choose}
  ></play-select>`;
}

/** A static page has no message: its controls are disabled. */
function isWhole(message: Partial<APIMessage>): message is APIMessage {
  return message.id !== undefined && message.channel_id !== undefined;
}
