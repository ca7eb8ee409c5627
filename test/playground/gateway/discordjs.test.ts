import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  EmbedBuilder,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NoResponseError, type Playground, startPlayground } from '#playground/index.ts';
import { connect } from '../bot.ts';

/** What the bot of a test does with each interaction. */
type Handler = (interaction: Interaction) => Promise<unknown>;

const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(...buttons);
const button = (id: string, label: string) =>
  new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Secondary);

describe('a discord.js client at the playground', () => {
  let playground: Playground;
  let client: Client<true>;
  let handle: Handler = async () => {};
  const errors: unknown[] = [];

  beforeAll(async () => {
    playground = await startPlayground();
    client = await connect(playground);
    client.on(
      'interactionCreate',
      (interaction) => void handle(interaction).catch((error) => errors.push(error)),
    );
    await client.application.commands.set([
      {
        name: 'session',
        nameLocalizations: { ko: '세션' },
        description: 'A session',
        descriptionLocalizations: { ko: '세션 하나' },
        contexts: [0, 1, 2],
        integrationTypes: [0, 1],
        options: [
          {
            name: 'name',
            description: 'Which',
            type: ApplicationCommandOptionType.String,
            autocomplete: true,
          },
          { name: 'private', description: 'For me', type: ApplicationCommandOptionType.Boolean },
          { name: 'channel', description: 'Where', type: ApplicationCommandOptionType.Channel },
        ],
      },
      {
        name: 'recap',
        description: 'Recaps',
        defaultMemberPermissions: ['ManageGuild'],
        options: [
          {
            name: 'list',
            description: 'All of them',
            type: ApplicationCommandOptionType.Subcommand,
            options: [{ name: 'role', description: 'Whom', type: ApplicationCommandOptionType.Role }],
          },
        ],
      },
      { name: 'Find in sessions', type: ApplicationCommandType.Message },
    ]);
  });

  afterAll(async () => {
    await client.destroy();
    await playground.close();
  });

  afterEach(() => {
    expect(errors.splice(0)).toEqual([]);
  });

  it('logs in and registers commands', async () => {
    expect(client.user.username).toBe('Lectern');
    expect(client.application.id).toBe(playground.applicationId);
    const fetched = await client.application.commands.fetch({ withLocalizations: true });
    expect([...fetched.values()].map((one) => one.name).toSorted()).toEqual([
      'Find in sessions',
      'recap',
      'session',
    ]);
    expect(fetched.find((one) => one.name === 'session')?.nameLocalizations?.ko).toBe('세션');
  });

  it('offers commands by permissions and place', () => {
    expect(playground.as('jimin').commands().toSorted()).toEqual(['Find in sessions', 'recap', 'session']);
    expect(playground.as('alex').commands().toSorted()).toEqual(['Find in sessions', 'session']);
  });

  it('gets an interaction with what Discord sends, and replies', async () => {
    handle = async (interaction) => {
      expect.assert(interaction.isChatInputCommand());
      expect.assert(interaction.inGuild());
      expect(interaction).toMatchObject({ locale: 'ko', guildLocale: 'ko', context: 0 });
      expect(interaction.authorizingIntegrationOwners.guildId).toBe(interaction.guildId);
      expect(interaction.appPermissions.has('EmbedLinks')).toBe(true);
      expect(interaction.memberPermissions.has('ManageGuild')).toBe(true);
      await interaction.reply({
        embeds: [new EmbedBuilder().setTitle(interaction.options.getString('name') ?? 'none')],
        components: [row(button('s:5', '다음'))],
      });
    };
    const person = playground.as('jimin', '이야기');
    const shown = await person.invoke('session', {
      options: { name: '5', private: false, channel: person.channelId },
    });
    expect(shown).toMatchObject({ text: '5', labels: ['다음'], isPrivate: false });
    expect(shown.message.interaction_metadata?.user.id).toBe(person.id);
    const sent = playground
      .wire()
      .findLast((line) => line.path === 'INTERACTION_CREATE')
      ?.payload().response;
    const { data, token } = sent as {
      token: string;
      data: { resolved: { channels: Record<string, object> } };
    };
    expect(data.resolved.channels[person.channelId] ?? {}).toHaveProperty('app_permissions');
    expect(token).toBe('…');
  });

  it('shows private replies to the asker alone, until dismissed', async () => {
    handle = async (interaction) => {
      expect.assert(interaction.isChatInputCommand());
      await interaction.reply({ content: '비밀', flags: MessageFlags.Ephemeral });
    };
    const jimin = playground.as('jimin');
    const shown = await jimin.invoke('session');
    expect(shown.isPrivate).toBe(true);
    expect(jimin.messages().map(({ id }) => id)).toContain(shown.message.id);
    expect(
      playground
        .as('alex')
        .messages()
        .some((message) => message.id === shown.message.id),
    ).toBe(false);
    expect(() => playground.as('alex').dismiss(shown)).toThrow();
    jimin.dismiss(shown);
    expect(jimin.messages().map(({ id }) => id)).not.toContain(shown.message.id);
  });

  it('defers, fills in, edits and follows up', async () => {
    handle = async (interaction) => {
      expect.assert(interaction.isChatInputCommand());
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('first');
      await interaction.editReply({ content: 'second' });
      const more = await interaction.followUp('for all');
      expect((await interaction.fetchReply()).content).toBe('second');
      await more.delete();
    };
    const shown = await playground.as('alex').invoke('session');
    expect(shown.message.content).toBe('first');
    expect(shown.isPrivate).toBe(true);
    expect(shown.wasDeferred).toBe(true);
    await playground.until(
      () => playground.requests().find(({ method }) => method === 'DELETE'),
      'the follow-up to be deleted',
    );
    const left = playground.as('alex').messages();
    expect(left.find((message) => message.id === shown.message.id)?.content).toBe('second');
    expect(left.map(({ content }) => content)).not.toContain('for all');
  });

  it('replies with files', async () => {
    handle = async (interaction) => {
      expect.assert(interaction.isChatInputCommand());
      await interaction.deferReply();
      const embed = new EmbedBuilder().setImage('attachment://diagram.txt');
      const files = [{ attachment: Buffer.from('a'), name: 'diagram.txt', description: 'A diagram' }];
      await interaction.editReply({ embeds: [embed], files });
      await interaction.followUp({
        content: 'more',
        files: [{ attachment: Buffer.from('b'), name: 'b.txt' }],
      });
    };
    const shown = await playground.as('alex').invoke('session');
    const url = shown.message.embeds[0]?.image?.url ?? '';
    expect(await (await fetch(url)).text()).toBe('a');
    const more = await playground.until(
      () => playground.history('이야기').find((message) => message.attachments[0]?.filename === 'b.txt'),
      'the follow-up',
    );
    expect(more.message_reference?.message_id).toBe(shown.message.id);
  });

  it('completes options', async () => {
    handle = async (interaction) => {
      expect.assert(interaction.isAutocomplete());
      const focused = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${focused.name}: ${focused.value}`, value: '5' }]);
    };
    const choices = await playground.as('jimin').complete('session', 'name', '머신ㄹ');
    expect(choices).toStrictEqual([{ name: 'name: 머신ㄹ', value: '5' }]);
  });

  it('presses, chooses, and updates in place', async () => {
    handle = async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const menu = new StringSelectMenuBuilder()
          .setCustomId('menu')
          .setPlaceholder('세션')
          .addOptions({ label: '하나', value: '1' }, { label: '둘', value: '2' });
        await interaction.reply({
          content: 'page 1',
          components: [
            row(button('next', '다음')),
            new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
          ],
        });
      } else if (interaction.isButton()) {
        expect(interaction.message.interactionMetadata?.user.id).toBe(playground.as('jimin').id);
        if (interaction.user.username === 'jimin') await interaction.update('page 2');
        else await interaction.reply({ content: 'yours', flags: MessageFlags.Ephemeral });
      } else if (interaction.isStringSelectMenu()) {
        await interaction.deferUpdate();
        await interaction.editReply(`chose ${interaction.values.join()}`);
      }
    };
    const jimin = playground.as('jimin');
    const shown = await jimin.invoke('session');
    const second = await jimin.press(shown, '다음');
    expect(second.kind).toBe('update');
    expect(second.message.id).toBe(shown.message.id);
    expect(second.text).toBe('page 2');
    const other = await playground.as('alex').press(shown, 'next');
    expect(other.kind).toBe('message');
    expect(other.isPrivate).toBe(true);
    const chosen = await jimin.choose(shown, '세션', '둘');
    expect(chosen.text).toBe('chose 2');
    await expect(jimin.press(shown, 'elsewhere')).rejects.toThrow(/There is no button elsewhere; only: 다음/);
  });

  it('opens modals and sends them in', async () => {
    handle = async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const input = new TextInputBuilder()
          .setCustomId('q')
          .setLabel('Question')
          .setStyle(TextInputStyle.Short);
        const rows = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
        await interaction.showModal(
          new ModalBuilder().setCustomId('ask').setTitle('Ask').addComponents(rows),
        );
      } else if (interaction.isModalSubmit()) {
        await interaction.reply(interaction.fields.getTextInputValue('q'));
      }
    };
    const modal = await playground.as('alex').invokeModal('session');
    await expect(modal.submit({})).rejects.toThrow(/must be filled in/);
    expect((await modal.submit({ q: 'why' })).text).toBe('why');
  });

  it('works in DMs and among others', async () => {
    handle = async (interaction) => {
      expect.assert(interaction.isChatInputCommand());
      await interaction.reply(`context ${interaction.context}`);
    };
    expect((await playground.as('sora', 'dm').invoke('session')).text).toBe('context 1');
    const group = playground.addGroup({ name: '점심', people: ['alex', 'sora'] });
    expect((await playground.as('sora', group).invoke('session')).text).toBe('context 2');
    expect(() => playground.as('alex').in('nowhere')).toThrow();
  });

  it('finds a message by its menu', async () => {
    const said = playground.as('alex').say('BigQuery가 뭐예요?');
    handle = async (interaction) => {
      expect.assert(interaction.isMessageContextMenuCommand());
      await interaction.reply({ content: interaction.targetMessage.content, flags: MessageFlags.Ephemeral });
    };
    expect((await playground.as('jimin').messageCommand('Find in sessions', said)).text).toBe(
      'BigQuery가 뭐예요?',
    );
  });

  it('passes subcommands and roles', async () => {
    handle = async (interaction) => {
      expect.assert(interaction.isChatInputCommand());
      const { options } = interaction;
      await interaction.reply(`${options.getSubcommand()} ${options.getRole('role', true).name}`);
    };
    const guild = client.guilds.cache.first();
    const roles = (await client.rest.get(`/guilds/${guild?.id}/roles`)) as { id: string; name: string }[];
    const role = roles.find(({ name }) => name === '스터디');
    const shown = await playground
      .as('jimin')
      .invoke('recap', { subcommand: 'list', options: { role: role?.id ?? '' } });
    expect(shown.text).toBe('list 스터디');
  });

  it('says when no bot is there', async () => {
    const lonely = await startPlayground();
    try {
      const response = await fetch(`${lonely.apiUrl}/v10/applications/${lonely.applicationId}/commands`, {
        method: 'POST',
        headers: { authorization: `Bot ${lonely.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'help', description: 'Help' }),
      });
      expect(response.status).toBe(201);
      await expect(lonely.as('jimin').invoke('help')).rejects.toThrow(NoResponseError);
    } finally {
      await lonely.close();
    }
  });
});
