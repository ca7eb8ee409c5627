import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { MenuEntry } from '../commandInput/entries.ts';
import { ANNOUNCEMENT, EPHEMERAL, may, PERMISSIONS, TEXT } from '../discord.ts';
import type { Scene } from '../scene.ts';
import { LightElement } from './lightElement.ts';
import { positionPopup } from './positionPopup.ts';

/** Characters of a message that name its thread, as Discord suggests. */
const THREAD_NAME = 40;

/** The context menu of a message: message commands first. */
export class PlayMenu extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    scene: { attribute: false },
    entries: { attribute: false },
    message: { state: true },
    maySend: { attribute: false },
  };

  declare scene: Scene;
  declare entries: readonly MenuEntry[];
  declare message: APIMessage | undefined;
  declare maySend: boolean;
  #from: HTMLElement | undefined;

  /** Opens it for a message; on closing, `from` is focused again. */
  async show(
    message: APIMessage,
    at: { readonly x: number; readonly y: number },
    from: HTMLElement,
  ): Promise<void> {
    this.message = message;
    this.#from = from;
    await this.updateComplete;
    const menu = this.querySelector<HTMLElement>('.menu');
    menu?.showPopover();
    if (menu) positionPopup(menu, new DOMRect(at.x, at.y, 0, 0));
    this.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }

  protected override render(): TemplateResult {
    const { message } = this;
    const { strings } = this.scene;
    return html`<div class="popup menu" role="menu" popover="auto" aria-label=${strings.messageMenu} @keydown=${this.#key} @toggle=${this.#toggled}>
      ${
        message
          ? html`${this.entries.length > 0 ? html`<div class="menu-title" role="presentation">${strings.apps}</div>` : nothing}
              ${this.entries.map((entry) =>
                this.#item(entry.label, () =>
                  this.dispatchEvent(new CustomEvent('pick', { detail: { entry, message } })),
                ),
              )}
              <div role="separator"></div>
              ${this.maySend && ((message.flags ?? 0) & EPHEMERAL) === 0 ? this.#item(strings.reply, () => this.dispatchEvent(new CustomEvent('reply', { detail: { message } }))) : nothing}
              ${this.#mayOpenThread(message) ? this.#item(strings.newThread, () => void this.#openThread(message)) : nothing}
              ${this.#item(strings.copyText, () => void navigator.clipboard.writeText(textOf(message)))}
              ${this.#item(strings.copyId, () => void navigator.clipboard.writeText(message.id))}`
          : nothing
      }
    </div>`;
  }

  #mayOpenThread(message: APIMessage): boolean {
    const view = this.scene.channels.find((one) => one.channel.id === message.channel_id);
    if (view === undefined || message.thread || ((message.flags ?? 0) & EPHEMERAL) !== 0) return false;
    const { type } = view.channel;
    return (type === TEXT || type === ANNOUNCEMENT) && may(view.permissions, PERMISSIONS.threads);
  }

  async #openThread(message: APIMessage): Promise<void> {
    const { actions, strings } = this.scene;
    const [line = ''] = textOf(message).trim().split('\n');
    const name =
      line
        .replace(/[*_~`#>]/g, '')
        .trim()
        .slice(0, THREAD_NAME) || strings.thread;
    const { channelId } = await actions.request({
      do: 'create-thread',
      channelId: message.channel_id,
      messageId: message.id,
      name,
    });
    actions.go(channelId);
  }

  #item(label: string, run: () => void): TemplateResult {
    const pick = (): void => {
      this.querySelector<HTMLElement>('.menu')?.hidePopover();
      run();
    };
    return html`<button type="button" role="menuitem" tabindex="-1" class="option" @click=${pick}>${label}</button>`;
  }

  readonly #toggled = (event: Event): void => {
    if (event instanceof ToggleEvent && event.newState === 'closed') this.#from?.focus();
  };

  readonly #key = (event: KeyboardEvent): void => {
    const items = [...this.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const focus = document.activeElement;
    const at = focus instanceof HTMLElement ? items.indexOf(focus) : -1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const to = moves[event.key];
    if (event.key === 'Tab') this.querySelector<HTMLElement>('.menu')?.hidePopover();
    if (to === undefined) return;
    items[to]?.focus();
    event.preventDefault();
  };
}

/** The visible text of a message. */
function textOf(message: APIMessage): string {
  const parts = [message.content, ...message.embeds.flatMap((embed) => [embed.title, embed.description])];
  return parts.filter((part) => part).join('\n');
}

customElements.define('play-menu', PlayMenu);
