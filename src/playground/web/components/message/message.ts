import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { EPHEMERAL, LOADING } from '../../discord.ts';
import { channelName, type Scene, userName } from '../../scene.ts';
import { messageTime } from '../../time.ts';
import { LightElement } from '../lightElement.ts';
import { appAvatar, avatarOf } from './avatar.ts';
import { controls } from './controls.ts';
import { embed } from './embed.ts';
import { focusAgain, heldControl } from './focus.ts';
import { markdown } from './markdown.ts';
import { attachments, pictureOf } from './picture.ts';
import './skin.ts';

const REPLY = 19;
const ANSWERED = 120;

/** The beginning of a text on one line, with the names of people in place of their mentions. */
const plainMention = (text: string, scene: Scene): string =>
  text
    .replace(/<@!?(\d+)>/g, (all, id: string) => `@${userName(scene, id) ?? all}`)
    .replace(/[*_`#>\s]+/g, ' ')
    .trim()
    .slice(0, ANSWERED);

/** A message of a channel. */
export class PlayMessage extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    message: { attribute: false },
    scene: { attribute: false },
    follows: { attribute: false },
    pressed: { attribute: false },
    failed: { attribute: false },
  };

  declare message: APIMessage;
  declare scene: Scene;
  /** True where it is grouped with the one before: the header is omitted. */
  declare follows: boolean;
  /** The pressed control that is waiting. */
  declare pressed: string | undefined;
  declare failed: boolean;
  /** The name of the control that had the focus before the message changed. */
  #held: string | undefined;

  constructor() {
    super();
    this.follows = false;
    this.pressed = undefined;
    this.failed = false;
    this.addEventListener('contextmenu', (event) =>
      this.#menu(event, { x: event.clientX, y: event.clientY }),
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isChanged = changed.has('message') && changed.get('message') !== undefined;
    this.#held = isChanged ? heldControl(this) : undefined;
  }

  protected override updated(): void {
    if (this.#held !== undefined) void focusAgain(this, this.#held);
  }

  protected override render(): TemplateResult {
    const { message, scene } = this;
    const { strings } = scene;
    const flags = message.flags ?? 0;
    const isPrivate = (flags & EPHEMERAL) !== 0;
    const name = userName(scene, message.author.id) ?? message.author.global_name ?? message.author.username;
    const at = Date.parse(message.timestamp);
    return html`<article class="message ${isPrivate ? 'private' : ''} ${this.follows ? 'follows' : ''} ${this.#mentionsMe() ? 'mentions-me' : ''}" aria-label="${name}, ${messageTime(at, scene.now(), scene.discordLocale, strings)}">
      ${this.#used()} ${this.#answered()}
      <skin-message
        .author=${name}
        .avatar=${message.author.bot ? appAvatar() : avatarOf(message.author.id, name)}
        .bot=${message.author.bot ?? false}
        .roleColor=${'var(--strong)'}
        .timestamp=${messageTime(at, scene.now(), scene.discordLocale, strings)}
        .messageBodyOnly=${this.follows}
      >
        ${(flags & LOADING) !== 0 ? this.#thinking(name) : this.#body()}
        ${this.#thread()}
        ${isPrivate ? this.#onlyYou() : nothing}
      </skin-message>
      ${this.#toolbar()}
    </article>`;
  }

  #thinking(name: string): TemplateResult {
    return html`<span class="thinking" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${this.scene.strings.thinking(name)}</span>`;
  }

  #body(): unknown {
    const { message, scene } = this;
    const pictures = message.attachments.map(pictureOf);
    const shown = new Set(
      message.embeds
        .flatMap((one) => [one.image?.url, one.thumbnail?.url])
        .map((url) => url?.replace('attachment://', '') ?? ''),
    );
    return html`${message.content ? markdown(message.content, scene) : nothing}
      ${message.edited_timestamp && message.content ? edited(scene) : nothing}
      ${attachments(message.attachments, shown, scene)}
      ${message.embeds.map((one) => embed(one, pictures, scene))}
      ${
        message.edited_timestamp && !message.content
          ? html`<p slot="embeds" class="edited-below">${edited(scene)}</p>`
          : nothing
      }
      ${controls(message, this.pressed, scene)}
      ${this.failed ? html`<p slot="components" class="failure" role="alert">${scene.strings.failed}</p>` : nothing}`;
  }

  /** The header line with the command of an interaction. */
  #used(): TemplateResult | typeof nothing {
    const { message, scene } = this;
    const asked = message.interaction_metadata;
    const name = 'interaction' in message ? message.interaction?.name : undefined;
    if (!asked || name === undefined || asked.type !== 2) return nothing;
    const who = userName(scene, asked.user.id) ?? asked.user.username;
    const [before, command, after] = scene.strings.used(who, `/${name}`);
    return html`<p class="used">
      <img src=${avatarOf(asked.user.id, who)} alt="" /><span>${before}<b>${command}</b>${after}</span>
    </p>`;
  }

  /** The line above a reply: whose message it answers, and how that begins. */
  #answered(): TemplateResult | typeof nothing {
    const { scene, message } = this;
    const { referenced_message: answered } = message;
    if (message.type !== REPLY || !answered) return nothing;
    const { author } = answered;
    const name = userName(scene, author.id) ?? author.username;
    const [embed] = answered.embeds;
    const text = answered.content || (embed?.title ?? embed?.description ?? '');
    return html`<p class="used answered">
      <img src=${author.bot ? appAvatar() : avatarOf(author.id, name)} alt="" /><b>${name}</b>
      <span class="answered-text">${plainMention(text, scene)}</span>
    </p>`;
  }

  #thread(): TemplateResult | typeof nothing {
    const { scene, message } = this;
    const view = scene.channels.find(
      (one) => one.channel.id === message.id || one.channel.id === message.thread?.id,
    );
    if (!view || view.channel.id === message.channel_id) return nothing;
    const count = 'message_count' in view.channel ? (view.channel.message_count ?? 0) : 0;
    const open = (): void => scene.actions.go(view.channel.id);
    return html`<button type="button" slot="thread" class="thread-link" @click=${open}>
      <skin-thread .name=${channelName(view, scene)} .cta=${scene.strings.openThread}>${scene.strings.messageCount(count)}</skin-thread>
    </button>`;
  }

  #onlyYou(): TemplateResult {
    const { scene, message } = this;
    const dismiss = (): void => {
      // The button goes with the message.
      this.closest<HTMLElement>('.log-scroll')?.focus();
      scene.actions.dismiss(message);
    };
    return html`<p slot="thread" class="only-you">
      <span aria-hidden="true">◉</span> ${scene.strings.onlyYou} ·
      <button type="button" class="link" @click=${dismiss}>${scene.strings.dismiss}</button>
    </p>`;
  }

  #toolbar(): TemplateResult {
    const open = (event: MouseEvent): void => {
      if (!(event.currentTarget instanceof HTMLElement)) return;
      const box = event.currentTarget.getBoundingClientRect();
      this.scene.actions.openMenu(this.message, { x: box.right, y: box.bottom }, event.currentTarget);
    };
    return html`<button type="button" class="message-more" aria-haspopup="menu" aria-label=${this.scene.strings.messageMenu} @click=${open}>⋯</button>`;
  }

  #menu(event: Event, at: { readonly x: number; readonly y: number }): void {
    if (event.composedPath().some((node) => node instanceof HTMLAnchorElement)) return;
    const more = this.querySelector<HTMLElement>('.message-more');
    if (!more) return;
    event.preventDefault();
    const box = more.getBoundingClientRect();
    // The menu key of the keyboard has no pointer position.
    this.scene.actions.openMenu(this.message, at.x || at.y ? at : { x: box.right, y: box.bottom }, more);
  }

  #mentionsMe(): boolean {
    const { message, scene } = this;
    const roles = scene.people.find((person) => person.id === scene.me)?.roleIds ?? [];
    return (
      message.mention_everyone ||
      message.mentions.some((user) => user.id === scene.me) ||
      message.mention_roles.some((role) => roles.includes(role))
    );
  }
}

function edited(scene: Scene): TemplateResult {
  return html`<span class="edited">${scene.strings.edited}</span>`;
}

customElements.define('play-message', PlayMessage);
