import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ChannelView } from '../../protocol/views.ts';
import type { Entry } from '../commandInput/entries.ts';
import { STRING } from '../discord.ts';
import { channelLabel, channelName, isDirect, type Scene } from '../scene.ts';
import { LightElement } from './lightElement.ts';
import { appAvatar } from './message/avatar.ts';

const SHOWN = 4;
/** Longest example, in characters. */
const LONGEST = 30;
/** The most inviting commands first, regardless of the alphabet: those with something to ask about. */
const LEADING = ['session', 'topic', 'ask', 'recap subscribe'];

/** The content of an empty channel: commands to try, each with an example from the bot's suggestions. */
export class PlayWelcome extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    scene: { attribute: false },
    channel: { attribute: false },
    entries: { attribute: false },
    examples: { state: true },
  };

  declare scene: Scene;
  declare channel: ChannelView;
  declare entries: readonly Entry[];
  declare examples: ReadonlyMap<string, string>;

  constructor() {
    super();
    this.examples = new Map();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entries')) {
      this.examples = new Map();
      for (const entry of this.#shown()) void this.#findExample(entry);
    }
  }

  protected override render(): TemplateResult {
    const { scene, channel } = this;
    const { strings } = scene;
    const title = isDirect(channel)
      ? strings.welcomeDm(channelName(channel, scene))
      : strings.welcome(channelLabel(channel, scene));
    const shown = this.#shown();
    return html`<section class="welcome">
      <img src=${appAvatar()} alt="" width="56" height="56" />
      <h2>${title}</h2>
      <p>${shown.length > 0 ? strings.tryOne : strings.noCommands}</p>
      <ul class="examples">
        ${shown.map((entry) => html`<li>${this.#drawEntry(entry)}</li>`)}
      </ul>
    </section>`;
  }

  #drawEntry(entry: Entry): TemplateResult {
    const option = exampleOption(entry);
    const example = option ? this.examples.get(entry.name) : undefined;
    const start = (): void => {
      const values = option && example !== undefined ? { [option.name]: example } : {};
      this.scene.actions.draft(entry.name, values);
    };
    return html`<button type="button" class="example" @click=${start}>
      <span class="example-command"
        >/${entry.label}${example === undefined ? nothing : html` <span class="example-value">${example}</span>`}</span
      >
      <span class="example-note">${entry.description}</span>
    </button>`;
  }

  #shown(): readonly Entry[] {
    const rank = (entry: Entry): number => {
      const at = LEADING.indexOf(entry.name);
      return at < 0 ? LEADING.length : at;
    };
    return [...this.entries].sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
  }

  async #findExample(entry: Entry): Promise<void> {
    const option = exampleOption(entry);
    if (!option?.required || !option.autocomplete) return;
    const outcome = await this.scene.actions
      .request({
        do: 'complete',
        channelId: this.channel.channel.id,
        commandId: entry.commandId,
        focused: option.name,
        options: { [option.name]: '' },
        ...(entry.subcommand === undefined ? {} : { subcommand: entry.subcommand }),
      })
      .catch(() => undefined);
    const first = outcome?.kind === 'choices' ? outcome.choices[0] : undefined;
    // A long example is not inviting, and seldom typed.
    if (first && first.name.length <= LONGEST)
      this.examples = new Map([...this.examples, [entry.name, first.name]]);
  }
}

function exampleOption(entry: Entry): Entry['options'][number] | undefined {
  return entry.options.find((option) => option.type === STRING);
}

customElements.define('play-welcome', PlayWelcome);
