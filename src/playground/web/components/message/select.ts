import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import {
  CHANNEL_SELECT,
  MENTIONABLE_SELECT,
  ROLE_SELECT,
  STRING_SELECT,
  USER_SELECT,
} from '../../discord.ts';
import { channelName, guildIdOf, type Scene } from '../../scene.ts';
import { LightElement } from '../lightElement.ts';
import { positionPopup } from '../positionPopup.ts';

interface Item {
  readonly value: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly selected: boolean;
}

let lastId = 0;

/** A select menu with Discord's appearance and the keyboard of a list box. Dispatches `choose` with the values. */
export class PlaySelect extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    data: { attribute: false },
    scene: { attribute: false },
    waiting: { attribute: false },
    label: { attribute: false },
    kept: { attribute: false },
    open: { state: true },
    active: { state: true },
    picked: { state: true },
  };

  declare data: APISelectMenuComponent;
  declare scene: Scene;
  declare waiting: boolean;
  /** Its name, where something beside it names it. */
  declare label: string | undefined;
  /** In a form: a choice stays, and can be removed where none is required. */
  declare kept: boolean;
  declare open: boolean;
  declare active: number;
  declare picked: readonly string[];
  readonly #id: string;

  constructor() {
    super();
    this.waiting = false;
    this.kept = false;
    this.open = false;
    this.active = 0;
    this.picked = [];
    lastId += 1;
    this.#id = `select-${lastId}`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data')) {
      this.picked = this.#items()
        .filter((item) => item.selected)
        .map((item) => item.value);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.open) this.querySelector(`#${this.#id}-${this.active}`)?.scrollIntoView({ block: 'nearest' });
    if (changed.has('open')) this.#show();
  }

  protected override render(): TemplateResult {
    const items = this.#items();
    const shown = items.filter((item) => this.picked.includes(item.value)).map((item) => item.label);
    const hint = this.data.placeholder ?? this.scene.strings.choose;
    return html`<button
        type="button"
        class="select ${this.waiting ? 'waiting' : ''}"
        role="combobox"
        aria-label=${this.label ?? hint}
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-haspopup="listbox"
        aria-controls=${this.#id}
        aria-activedescendant=${this.open ? `${this.#id}-${this.active}` : nothing}
        aria-busy=${this.waiting ? 'true' : nothing}
        ?disabled=${this.data.disabled ?? false}
        @click=${() => this.#toggle(!this.open)}
        @keydown=${this.#key}
        @blur=${() => this.#toggle(false)}
      >
        <span class=${shown.length > 0 ? '' : 'hint'}>${shown.join(', ') || hint}</span>
        <span class="chevron" aria-hidden="true"></span>
      </button>
      <div id=${this.#id} class="popup select-list" role="listbox" popover="manual" aria-label=${hint} aria-multiselectable=${this.#many() ? 'true' : 'false'}>
        ${this.open ? items.map((item, index) => this.#drawItem(item, index)) : nothing}
      </div>`;
  }

  #drawItem(item: Item, index: number): TemplateResult {
    const picked = this.picked.includes(item.value);
    return html`<div
      id="${this.#id}-${index}"
      class="option ${index === this.active ? 'active' : ''}"
      role="option"
      aria-selected=${picked ? 'true' : 'false'}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @pointermove=${() => {
        this.active = index;
      }}
      @click=${() => this.#pick(item)}
    >
      <span class="option-text"
        ><span class="option-label">${item.label}</span>${
          item.description ? html`<span class="option-note">${item.description}</span>` : nothing
        }</span
      >
      <span class="mark" aria-hidden="true">${picked ? '✓' : ''}</span>
    </div>`;
  }

  #items(): readonly Item[] {
    const chosen = 'default_values' in this.data ? (this.data.default_values ?? []) : [];
    const item = (value: string, label: string): Item => ({
      value,
      label,
      description: undefined,
      selected: chosen.some(({ id }) => id === value),
    });
    const roles = this.scene.guilds.flatMap((guild) => guild.roles.filter((role) => role.id !== guild.id));
    switch (this.data.type) {
      case STRING_SELECT:
        return this.data.options.map((option) => ({
          value: option.value,
          label: option.label,
          description: option.description,
          selected: option.default ?? false,
        }));
      case CHANNEL_SELECT: {
        const types: readonly number[] = this.data.channel_types ?? [];
        return this.scene.channels
          .filter((view) => guildIdOf(view) !== undefined)
          .filter((view) => types.length === 0 || types.includes(view.channel.type))
          .map((view) => item(view.channel.id, `#${channelName(view, this.scene)}`));
      }
      case ROLE_SELECT:
        return roles.map((role) => item(role.id, `@${role.name}`));
      case USER_SELECT:
        return this.scene.people.map((person) => item(person.id, person.name));
      case MENTIONABLE_SELECT:
        return [
          ...this.scene.people.map((person) => item(person.id, person.name)),
          ...roles.map((role) => item(role.id, `@${role.name}`)),
        ];
    }
  }

  #many(): boolean {
    return (this.data.max_values ?? 1) > 1;
  }

  #toggle(open: boolean): void {
    if (open === this.open) return;
    this.open = open;
    if (open) {
      const first = this.#items().findIndex((item) => this.picked.includes(item.value));
      this.active = Math.max(0, first);
    } else if (this.#many()) {
      this.#tell();
    }
  }

  #show(): void {
    const list = this.querySelector<HTMLElement>('.select-list');
    const button = this.querySelector<HTMLElement>('.select');
    if (!list || !button) return;
    if (this.open) {
      list.showPopover();
      positionPopup(list, button.getBoundingClientRect());
    } else if (list.matches(':popover-open')) {
      list.hidePopover();
    }
  }

  #pick(item: Item): void {
    if (!this.#many()) {
      const isTakenAway = this.kept && this.data.min_values === 0 && this.picked.includes(item.value);
      this.picked = isTakenAway ? [] : [item.value];
      this.open = false;
      this.#tell();
    } else if (this.picked.includes(item.value)) {
      this.picked = this.picked.filter((value) => value !== item.value);
    } else if (this.picked.length < (this.data.max_values ?? 1)) {
      this.picked = [...this.picked, item.value];
    }
  }

  #tell(): void {
    if (this.picked.length < (this.data.min_values ?? 1)) return;
    this.dispatchEvent(new CustomEvent('choose', { detail: this.picked }));
    // As in Discord, a menu resets to its placeholder, unless the message returns with another default.
    if (!this.#many() && !this.kept) this.picked = [];
  }

  readonly #key = (event: KeyboardEvent): void => {
    const items = this.#items();
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(this.active + 1, items.length - 1),
      ArrowUp: Math.max(this.active - 1, 0),
      Home: 0,
      End: items.length - 1,
    };
    const to = moves[event.key];
    const item = items[this.active];
    if (!this.open) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      this.#toggle(true);
    } else if (to !== undefined) {
      this.active = to;
    } else if ((event.key === 'Enter' || event.key === ' ') && item) {
      this.#pick(item);
    } else if (event.key === 'Escape') {
      this.open = false;
    } else {
      const found = items.findIndex(
        (one) => event.key.length === 1 && one.label.toLowerCase().startsWith(event.key.toLowerCase()),
      );
      if (found < 0) return;
      this.active = found;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

customElements.define('play-select', PlaySelect);
