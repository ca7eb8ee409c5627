import { DiscordCode } from '@skyra/discord-components-core/discord-code.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordQuote } from '@skyra/discord-components-core/discord-quote.js';
import { DiscordThread } from '@skyra/discord-components-core/discord-thread.js';
import { type CSSResult, css } from 'lit';
import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-attachments.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-mention.js';
import '@skyra/discord-components-core/discord-messages.js';
import '@skyra/discord-components-core/discord-spoiler.js';
import '@skyra/discord-components-core/discord-time.js';

/*
 * The components have the colours of an older theme with too little contrast. These classes apply
 * current ones, as custom properties that the page's light and dark themes set; nothing else is changed.
 */

class SkinnedMessage extends DiscordMessage {
  static override readonly styles: CSSResult = css`
    ${DiscordMessage.styles}
    :host {
      color: var(--text);
      font-family: inherit;
      padding: 2px 48px 2px 16px;
      margin: 0;
    }
    .discord-author-avatar img {
      cursor: default;
    }
    .discord-message-timestamp {
      color: var(--muted);
      margin-left: 6px;
    }
    .discord-message-timestamp.discord-message-body-only-indent {
      width: 56px;
      flex: none;
      margin-left: 0;
    }
    :host(:hover) {
      background: none;
    }
    :host(:hover) .discord-message-timestamp-hover::before {
      content: none;
    }
    .discord-message-content {
      min-width: 0;
    }
    .discord-message-markup {
      display: block;
    }
    @media (max-width: 480px) {
      :host {
        padding-right: 16px;
        padding-left: 12px;
      }
      .discord-author-avatar {
        margin-right: 10px;
        min-width: 36px;
      }
      .discord-author-avatar img {
        width: 36px;
        height: 36px;
      }
      .discord-message-timestamp.discord-message-body-only-indent {
        width: 46px;
      }
    }
  `;
}

class SkinnedEmbed extends DiscordEmbed {
  static override readonly styles: CSSResult = css`
    ${DiscordEmbed.styles}
    :host {
      color: var(--text);
      margin: 4px 0;
      max-width: 520px;
    }
    :host .discord-left-border {
      background-color: var(--embed-edge);
    }
    :host .discord-embed-wrapper {
      background-color: var(--embed);
      border: 1px solid var(--line);
      border-left: 0;
      max-width: 516px;
    }
    :host .discord-embed-wrapper .discord-embed-grid {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      padding: 4px 16px 14px 12px;
    }
    :host(.with-thumbnail) .discord-embed-wrapper .discord-embed-grid {
      grid-template-columns: minmax(0, 1fr) 96px;
    }
    :host slot[name='footer']::slotted(*) {
      grid-column: 1 / -1;
    }
  `;
}

class SkinnedFooter extends DiscordEmbedFooter {
  static override readonly styles: CSSResult = css`
    ${DiscordEmbedFooter.styles}
    :host {
      color: var(--muted);
      flex-wrap: wrap;
    }
    :host .discord-footer-separator {
      color: var(--muted);
    }
  `;
}

class SkinnedCode extends DiscordCode {
  static override readonly styles: CSSResult = css`
    ${DiscordCode.styles}
    :host {
      background: none;
    }
    :host code,
    :host([embed]) code {
      background: var(--code);
      border: 1px solid var(--line);
      border-radius: 4px;
      margin: 0;
      padding: 0 4px;
      font-size: 85%;
    }
  `;
}

class SkinnedQuote extends DiscordQuote {
  static override readonly styles: CSSResult = css`
    ${DiscordQuote.styles}
    .discord-quote-divider {
      background-color: var(--quote);
      flex: none;
    }
    blockquote {
      margin: 0;
      min-width: 0;
    }
  `;
}

class SkinnedThread extends DiscordThread {
  static override readonly styles: CSSResult = css`
    ${DiscordThread.styles}
    :host {
      background-color: var(--embed);
      border: 1px solid var(--line);
    }
    :host .discord-thread-name {
      color: var(--strong);
    }
    :host .discord-thread-cta {
      color: var(--link);
    }
    :host .discord-thread-bottom {
      color: var(--muted);
    }
  `;
}

customElements.define('skin-message', SkinnedMessage);
customElements.define('skin-embed', SkinnedEmbed);
customElements.define('skin-footer', SkinnedFooter);
customElements.define('skin-code', SkinnedCode);
customElements.define('skin-quote', SkinnedQuote);
customElements.define('skin-thread', SkinnedThread);
