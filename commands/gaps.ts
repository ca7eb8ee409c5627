import { PermissionFlagsBits } from 'discord-api-types/v10';
import { commandTexts } from '#locales/index.ts';
import { drawGaps, drawGapsNotice, drawGapsOff, readGapsAction } from '#pages/gaps/gapsPage.ts';
import { groupGaps } from '#pages/gaps/groupGaps.ts';
import type { Page, Reader } from '#pages/model.ts';
import { defineCommand } from './define.ts';
import type { CommandContext, Reply, Request } from './model.ts';
import { sourcesOf } from './options/suggest.ts';
import { hasPermission } from './permissions.ts';

/** Most questions that are looked at, the newest. */
const MOST = 5_000;

type Action = 'start' | 'stop' | 'forget' | { readonly part: number };

/** Does one thing with what is kept of a server, after checking the permission again. */
async function act(
  context: CommandContext,
  action: Action,
  reader: Reader,
  { place }: Request,
): Promise<Page> {
  const { feedback } = context;
  if (feedback === undefined) return drawGapsNotice('tooLate', reader);
  if (place.kind !== 'guild' || !place.botIsMember) return drawGapsNotice('notHere', reader);
  if (!hasPermission(place.permissions, PermissionFlagsBits.ManageGuild))
    return drawGapsNotice('mayNot', reader);
  const { guildId } = place;
  const { store } = feedback;
  await feedback.settle();
  if (action === 'stop') {
    await store.setFeedback(guildId, false);
    return drawGapsNotice('stopped', reader);
  }
  if (action === 'forget') {
    await store.forgetFeedback(guildId);
    return drawGapsNotice('forgotten', reader);
  }
  if (action === 'start') await store.setFeedback(guildId, true);
  else if (!(await store.keepsFeedback(guildId))) return drawGapsOff(reader);
  const gaps = groupGaps(await store.feedback(guildId, MOST));
  return drawGaps(sourcesOf(context), gaps, action === 'start' ? 1 : action.part, reader);
}

const ACTIONS = ['start', 'stop', 'forget'] as const;

/** `/gaps`: what people asked in a server that the posts do not cover, for those who manage it. */
export const gaps = defineCommand({
  name: 'gaps',
  texts: commandTexts('gaps'),
  options: { action: { type: 'string', choices: ACTIONS } },
  private: true,
  manages: true,
  run: async (context, { action }, reader, request): Promise<Reply> => {
    const chosen = ACTIONS.find((one) => one === action) ?? { part: 1 };
    return { page: await act(context, chosen, reader, request), private: true };
  },
  press: (context, text, reader, request) => {
    const control = readGapsAction(text);
    if (control === undefined) return undefined;
    const action = control.action === 'start' ? 'start' : { part: control.part };
    return act(context, action, reader, request).then((page) => ({ page, private: true }));
  },
});
