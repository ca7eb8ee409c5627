import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChannelView } from '../../protocol/views.ts';
import { EPHEMERAL } from '../discord.ts';
import { channelLabel, type Scene } from '../scene.ts';
import { isSameDay } from '../time.ts';
import { LightElement } from './lightElement.ts';
import './message/message.ts';
import { appAvatar } from './message/avatar.ts';

/** A local notice in a channel: a command being sent, or one without a response. */
export interface Notice {
  readonly id: number;
  readonly channelId: string;
  readonly command: string;
  readonly state: 'sending' | 'no-answer' | 'no-bot';
}

/** A pressed control that is waiting, or has failed. */
export interface Press {
  readonly messageId: string;
  readonly customId: string;
  readonly state: 'waiting' | 'failed';
}

const NEAR_END = 80;
const SAME_MOMENT = 7 * 60_000;

/** The messages of a channel, newest last; scrolls along unless the reader has scrolled up. */
export class PlayLog extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    scene: { attribute: false },
    channel: { attribute: false },
    messages: { attribute: false },
    notices: { attribute: false },
    press: { attribute: false },
    typing: { attribute: false },
    welcome: { attribute: false },
    away: { state: true },
  };

  declare scene: Scene;
  declare channel: ChannelView;
  declare messages: readonly APIMessage[];
  declare notices: readonly Notice[];
  declare press: Press | undefined;
  declare typing: boolean;
  /** Drawn before the first message. */
  declare welcome: TemplateResult;
  /** True while the end is out of sight. */
  declare away: boolean;
  #stay: ResizeObserver | undefined;
  #complete = new Set<string>();
  #lastTop = 0;

  constructor() {
    super();
    this.away = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stay?.disconnect();
  }

  protected override firstUpdated(): void {
    const inner = this.querySelector('.log-inner');
    // Pictures and embeds get their height after rendering.
    this.#stay = new ResizeObserver(() => {
      if (!this.away) this.#toEnd();
    });
    if (inner) this.#stay.observe(inner);
    this.#stay.observe(this);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('channel');
    if (changed.has('channel') && before?.channel.id !== this.channel.channel.id) {
      this.away = false;
      this.#toEnd();
    }
    const mine = this.messages.at(-1)?.interaction_metadata?.user.id === this.scene.me;
    if ((changed.has('messages') || changed.has('notices')) && (mine || !this.away)) this.#toEnd();
  }

  protected override render(): TemplateResult {
    const { scene } = this;
    const { strings } = scene;
    const label = strings.messagesIn(channelLabel(this.channel, scene));
    const older = this.messages.length >= 100 && !this.#complete.has(this.channel.channel.id);
    return html`<div class="log-scroll" tabindex="0" role="log" aria-live="polite" aria-label=${label} @scroll=${this.#scrolled}>
        <div class="log-inner">
          ${older ? html`<button type="button" class="older" @click=${this.#older}>${strings.olderMessages}</button>` : this.welcome}
          <discord-messages no-background>
            ${repeat(
              this.messages,
              (message) => message.id,
              (message, index) => this.#draw(message, this.messages[index - 1]),
            )}
            ${this.notices.map((notice) => this.#drawNotice(notice))}
          </discord-messages>
          <p class="typing" role="status">${this.typing ? strings.typing(scene.bot.name) : ''}</p>
        </div>
      </div>
      ${this.away ? html`<button type="button" class="to-end" @click=${() => this.#toEnd()}>${strings.newMessages} ↓</button>` : nothing}`;
  }

  #draw(message: APIMessage, before: APIMessage | undefined): TemplateResult {
    const at = Date.parse(message.timestamp);
    const newDay = !before || !isSameDay(at, Date.parse(before.timestamp));
    const press = this.press?.messageId === message.id ? this.press : undefined;
    const day = new Intl.DateTimeFormat(this.scene.discordLocale, { dateStyle: 'long' });
    return html`${newDay ? html`<div class="day" role="separator"><span>${day.format(at)}</span></div>` : nothing}
      <play-message
        data-id=${message.id}
        .message=${message}
        .scene=${this.scene}
        .follows=${!newDay && follows(message, before)}
        .pressed=${press?.state === 'waiting' ? press.customId : undefined}
        .failed=${press?.state === 'failed'}
      ></play-message>`;
  }

  #drawNotice(notice: Notice): TemplateResult {
    const { strings, bot } = this.scene;
    const texts = { sending: strings.sending, 'no-answer': strings.noAnswer, 'no-bot': strings.noBot };
    return html`<div class="notice ${notice.state}" role=${notice.state === 'sending' ? 'status' : 'alert'}>
      <img src=${appAvatar()} alt="" />
      <span><b>${bot.name}</b> <span class="notice-command">/${notice.command}</span><br />${texts[notice.state]}</span>
      ${
        notice.state === 'sending'
          ? nothing
          : html`<button type="button" class="link" @click=${() => this.dispatchEvent(new CustomEvent('forget', { detail: notice.id }))}>
              ${strings.dismiss}
            </button>`
      }
    </div>`;
  }

  #toEnd(): void {
    const scroller = this.querySelector('.log-scroll');
    this.away = false;
    scroller?.scrollTo({ top: scroller.scrollHeight });
  }

  /** Only scrolling up detaches the view from the end; growing messages do not. */
  readonly #scrolled = (): void => {
    const scroller = this.querySelector('.log-scroll');
    if (!scroller) return;
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    if (scrollHeight - scrollTop - clientHeight <= NEAR_END) this.away = false;
    else if (scrollTop < this.#lastTop) this.away = true;
    this.#lastTop = scrollTop;
  };

  readonly #older = async (): Promise<void> => {
    const before = this.messages[0]?.id;
    const channelId = this.channel.channel.id;
    if (before === undefined) return;
    const { messages } = await this.scene.actions.request({ do: 'history', channelId, before, limit: 50 });
    if (messages.length < 50) this.#complete = new Set([...this.#complete, channelId]);
    this.dispatchEvent(new CustomEvent('older', { detail: messages }));
  };
}

/** Whether a message is grouped with the one before: same author and minute, no reply header. */
function follows(message: APIMessage, before: APIMessage | undefined): boolean {
  if (!before || before.author.id !== message.author.id || message.interaction_metadata) return false;
  if (((before.flags ?? 0) ^ (message.flags ?? 0)) & EPHEMERAL) return false;
  return Date.parse(message.timestamp) - Date.parse(before.timestamp) < SAME_MOMENT;
}

customElements.define('play-log', PlayLog);
