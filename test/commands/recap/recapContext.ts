import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect } from 'vitest';
import type {
  Answered,
  ChannelArgument,
  CommandContext,
  FormValues,
  Place,
  Reply,
  Request,
  RoleArgument,
} from '#commands/model.ts';
import { recap } from '#commands/recap.ts';
import type { Locale } from '#locales/index.ts';
import { createDraw } from '#recap/drawRecaps.ts';
import { createRecaps } from '#recap/recaps.ts';
import type { Store } from '#store/store.ts';
import { SimDiscord } from '../../recap/sim/discord.ts';
import { SimTime } from '../../recap/sim/time.ts';
import { memoryStore } from '../../store/memoryStore.ts';
import { context as plainContext, smallLibrary } from '../context.ts';

const start = Temporal.Instant.from('2026-03-02T00:30:00Z');
const everything = (1n << 50n) - 1n;
export const useful =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.CreatePublicThreads;

/** Somebody who may manage the server and write in its channels. */
export const manager =
  PermissionFlagsBits.ManageGuild |
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads;

export let time: SimTime;
export let discord: SimDiscord;
export let store: Store;
export let context: CommandContext;

/** A context with recaps for each test of the file, in simulated time. To be called once in a file. */
export function useRecapContext(): void {
  beforeEach(async () => {
    time = new SimTime(start);
    discord = new SimDiscord(time);
    store = await memoryStore();
    const baseContext = plainContext();
    const recaps = createRecaps({
      store,
      poster: discord.poster,
      clock: time.clock,
      library: () => smallLibrary,
      ...createDraw({ mention: baseContext.mention, locale: 'ko' }),
      report: () => {},
      clockCheckInterval: 300_000,
    });
    recaps.start();
    context = { ...baseContext, recaps };
  });

  afterEach(async () => {
    await context.recaps?.stop(0);
    await store.close();
  });
}

export const guild = (more: Partial<Extract<Place, { kind: 'guild' }>> = {}): Place => ({
  kind: 'guild',
  guildId: '1',
  guildLocale: 'ko',
  channelId: '10',
  channelType: ChannelType.GuildText,
  permissions: manager,
  appPermissions: useful,
  botIsMember: true,
  ...more,
});

export const channel = (id: string, more: Partial<ChannelArgument> = {}): ChannelArgument => ({
  id,
  type: ChannelType.GuildText,
  name: `channel-${id}`,
  permissions: everything,
  appPermissions: useful,
  ...more,
});

export interface Who {
  readonly place?: Place;
  readonly locale?: Locale;
  readonly personId?: string;
}

export const requestOf = ({ place = guild(), locale = 'ko', personId = '7' }: Who): Request => ({
  discordLocale: locale,
  locale,
  personId,
  place,
  at: time.real,
});

export const readerOf = ({ locale = 'ko' }: Who) => ({ locale, language: locale });

/** What a subcommand answers, which may be a form. */
export async function answered(
  name: string,
  args: Readonly<Record<string, string | boolean | ChannelArgument | RoleArgument>> = {},
  who: Who = {},
): Promise<Answered> {
  if (recap.kind !== 'group') throw new Error('no group');
  const subcommand = recap.subcommands[name];
  if (subcommand === undefined) throw new Error(`no /recap ${name}`);
  return await subcommand.run(context, args, readerOf(who), requestOf(who));
}

export async function run(...typed: Parameters<typeof answered>): Promise<Reply> {
  const reply = await answered(...typed);
  if ('form' in reply) throw new Error('a form was opened');
  expect(reply.private).toBe(true);
  return reply;
}

/** Sends a form. */
export async function submit(customId: string, values: FormValues, who: Who = {}): Promise<Reply> {
  if (recap.kind !== 'group') throw new Error('no group');
  const reply = await recap.submit?.(context, customId, values, readerOf(who), requestOf(who));
  if (reply === undefined) throw new Error(`nobody takes ${customId}`);
  return reply;
}

export async function press(text: string, who: Who = {}): Promise<Reply> {
  if (recap.kind !== 'group') throw new Error('no group');
  const reply = await recap.press?.(context, text, readerOf(who), requestOf(who));
  if (reply === undefined) throw new Error(`nobody answers ${text}`);
  if ('form' in reply) throw new Error('a form was opened');
  return reply;
}

export const titleOf = ({ page }: Reply) => page.embeds[0]?.title;
export const textOf = ({ page }: Reply): string => JSON.stringify([page.content, page.embeds]);
export const controlsOf = ({ page }: Reply): string[] =>
  page.components.flatMap(({ components }) =>
    components.flatMap((one) =>
      'options' in one ? one.options.map(({ value }) => value) : 'custom_id' in one ? [one.custom_id] : [],
    ),
  );
export const controlOf = (reply: Reply, action: string): string =>
  controlsOf(reply).find((text) => text.startsWith(`/r/${action}/`)) ?? expect.unreachable(`no ${action}`);
