import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelView } from '../../protocol/views.ts';
import { may, PERMISSIONS } from '../discord.ts';
import { channelLabel, channelName, isThread, parentOf, type Scene } from '../scene.ts';
import type { World } from '../world.ts';

/** The form for a post by hand. */
function newPost(channel: ChannelView, { strings, actions }: Scene): TemplateResult {
  const open = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const given = new FormData(event.currentTarget);
    const [name, content] = ['title', 'text'].map((field) => String(given.get(field) ?? '').trim());
    if (!name || !content) return;
    event.currentTarget.reset();
    const { channelId } = await actions.request({
      do: 'create-thread',
      channelId: channel.channel.id,
      name,
      content,
    });
    actions.go(channelId);
  };
  return html`<form class="new-post" aria-label=${strings.newPost} @submit=${open}>
    <input class="plain" name="title" maxlength="100" required autocomplete="off" placeholder=${strings.postTitle} aria-label=${strings.postTitle} />
    <textarea class="plain" name="text" rows="2" maxlength="2000" required placeholder=${strings.postText} aria-label=${strings.postText}></textarea>
    <button type="submit" class="button primary"><span>${strings.newPost}</span></button>
  </form>`;
}

/** The view of a forum: its posts, newest first. */
export function forum(channel: ChannelView, world: World, scene: Scene): TemplateResult {
  const { strings } = scene;
  const posts = scene.channels
    .filter((view) => isThread(view) && parentOf(view) === channel.channel.id)
    .reverse();
  return html`<section class="welcome">
    <h2>${channelLabel(channel, scene)}</h2>
    <p>${posts.length > 0 ? strings.forumPosts(posts.length) : strings.forumEmpty}</p>
    ${may(channel.permissions, PERMISSIONS.send) ? newPost(channel, scene) : nothing}
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
