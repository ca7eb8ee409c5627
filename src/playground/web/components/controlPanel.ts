import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelView } from '../../protocol/views.ts';
import type { Scene } from '../scene.ts';
import type { World } from '../world.ts';
import { clockOf, clockPanel } from './panel/clock.ts';
import { contentOf } from './panel/content.ts';
import { faultsPanel } from './panel/faults.ts';
import { peoplePanel } from './panel/people.ts';
import './panel/content.ts';
import './panel/wire.ts';

interface ControlPanelView {
  readonly scene: Scene;
  readonly world: World;
  readonly channel: ChannelView | undefined;
  /** True while the clock advances. */
  readonly advancing: boolean;
  /** Why the clock did not bring what one might expect. */
  readonly clockNotes: readonly string[];
  readonly advance: (to: 'recap' | 'day') => void;
}

/** The control panel: person, clock, content, faults and wire. */
export function controlPanel({
  scene,
  world,
  channel,
  advancing,
  clockNotes,
  advance,
}: ControlPanelView): TemplateResult {
  const { strings } = scene;
  const panel = (name: string): World['panels'][number] | undefined =>
    world.panels.find((one) => one.name === name);
  const clock = clockOf(panel('clock')?.state);
  const content = contentOf(panel('content')?.state);
  const refused = world.wire.filter((entry) => entry.error !== undefined).length;
  return html`
    ${section('who', strings.you, peoplePanel(scene), true)}
    ${clock ? section('clock', strings.time, clockPanel(clock, { busy: advancing, notes: clockNotes, advance }, scene), true) : nothing}
    ${
      content
        ? section(
            'content',
            strings.content,
            html`<play-content .scene=${scene} .content=${content}></play-content>`,
            false,
            findings(
              content.files.length,
              content.files.reduce((sum, file) => sum + file.findings.length, 0),
            ),
          )
        : nothing
    }
    ${section('faults', strings.faults, faultsPanel({ scene, faults: world.faults, bot: world.bot, channel }), false, world.faults.length > 0 ? badge(world.faults.length, 'warning') : nothing)}
    ${section('wire', strings.wire, html`<play-wire .scene=${scene} .entries=${world.wire}></play-wire>`, false, refused > 0 ? badge(refused, 'error') : nothing)}
  `;
}

function findings(files: number, count: number): TemplateResult {
  return count > 0 ? badge(count, 'warning') : badge(files, 'plain');
}

function badge(count: number, kind: 'plain' | 'warning' | 'error'): TemplateResult {
  return html`<span class="badge ${kind}">${count}</span>`;
}

function section(
  name: string,
  title: string,
  body: TemplateResult,
  open: boolean,
  mark: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<details class="side-section" data-section=${name} ?open=${open}>
    <summary><h3>${title}</h3>${mark}</summary>
    <div class="side-body">${body}</div>
  </details>`;
}
