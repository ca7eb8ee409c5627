import { html, type TemplateResult } from 'lit';
import type { ChannelView } from '../../protocol/views.ts';
import { channelLabel, channelName, isThread, parentOf, type Scene } from '../scene.ts';
import type { World } from '../world.ts';

/** The view of a forum: its posts, newest first. */
export function forum(channel: ChannelView, world: World, scene: Scene): TemplateResult {
  const { strings } = scene;
  const posts = scene.channels
    .filter((view) => isThread(view) && parentOf(view) === channel.channel.id)
    .reverse();
  return html`<section class="welcome">
    <h2>${channelLabel(channel, scene)}</h2>
    <p>${posts.length > 0 ? strings.forumPosts(posts.length) : strings.forumEmpty}</p>
    <ul class="examples">
      ${posts.map((view) => {
        const count = world.messages[view.channel.id]?.length ?? 0;
        return html`<li>
          <button type="button" class="example" @click=${() => scene.actions.go(view.channel.id)}>
            <span class="example-command">${channelName(view, scene)}</span>
            <span class="example-note">${strings.messageCount(count)}</span>
          </button>
        </li>`;
      })}
    </ul>
  </section>`;
}
