import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
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
import { NoResponseError, type Playground, startPlayground } from '#playground/index.ts';
import { connect } from './bot.ts';

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

  before(async () => {
    playground = await startPlayground({ patienceMs: 8_000 });
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

  after(async () => {
    await client.destroy();
    await playground.close();
  });

  afterEach(() => assert.deepEqual(errors.splice(0), []));

  it('logs in and registers commands', async () => {
    assert.equal(client.user.username, 'Lectern');
    assert.equal(client.application.id, playground.applicationId);
    const fetched = await client.application.commands.fetch({ withLocalizations: true });
    assert.deepEqual([...fetched.values()].map((one) => one.name).toSorted(), [
      'Find in sessions',
      'recap',
      'session',
    ]);
    assert.equal(fetched.find((one) => one.name === 'session')?.nameLocalizations?.ko, '세션');
  });

  it('offers commands by permissions and place', () => {
    assert.deepEqual(playground.as('jimin').commands().toSorted(), ['Find in sessions', 'recap', 'session']);
    assert.deepEqual(playground.as('alex').commands().toSorted(), ['Find in sessions', 'session']);
  });

  it('gets an interaction with what Discord sends, and replies', async () => {
    handle = async (interaction) => {
      assert(interaction.isChatInputCommand() && interaction.inGuild());
      assert.equal(interaction.locale, 'ko');
      assert.equal(interaction.guildLocale, 'ko');
      assert.equal(interaction.context, 0);
      assert.equal(interaction.authorizingIntegrationOwners.guildId, interaction.guildId);
      assert(interaction.appPermissions.has('EmbedLinks'));
      assert(interaction.memberPermissions.has('ManageGuild'));
      await interaction.reply({
        embeds: [new EmbedBuilder().setTitle(interaction.options.getString('name') ?? 'none')],
        components: [row(button('s:5', '다음'))],
      });
    };
    const person = playground.as('jimin', '이야기');
    const shown = await person.invoke('session', {
      options: { name: '5', private: false, channel: person.channelId },
    });
    assert.equal(shown.text, '5');
    assert.deepEqual(shown.labels, ['다음']);
    assert.equal(shown.isPrivate, false);
    assert.equal(shown.message.interaction_metadata?.user.id, person.id);
    const sent = playground
      .wire()
      .findLast((line) => line.path === 'INTERACTION_CREATE')
      ?.payload().response;
    const { data, token } = sent as {
      token: string;
      data: { resolved: { channels: Record<string, object> } };
    };
    assert('app_permissions' in (data.resolved.channels[person.channelId] ?? {}));
    assert.equal(token, '…');
  });

  it('shows private replies to the asker alone, until dismissed', async () => {
    handle = async (interaction) => {
      assert(interaction.isChatInputCommand());
      await interaction.reply({ content: '비밀', flags: MessageFlags.Ephemeral });
    };
    const jimin = playground.as('jimin');
    const shown = await jimin.invoke('session');
    assert(shown.isPrivate);
    assert(jimin.messages().some((message) => message.id === shown.message.id));
    assert(
      !playground
        .as('alex')
        .messages()
        .some((message) => message.id === shown.message.id),
    );
    assert.throws(() => playground.as('alex').dismiss(shown));
    jimin.dismiss(shown);
    assert(!jimin.messages().some((message) => message.id === shown.message.id));
  });

  it('defers, fills in, edits and follows up', async () => {
    handle = async (interaction) => {
      assert(interaction.isChatInputCommand());
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('first');
      await interaction.editReply({ content: 'second' });
      const more = await interaction.followUp('for all');
      assert.equal((await interaction.fetchReply()).content, 'second');
      await more.delete();
    };
    const shown = await playground.as('alex').invoke('session');
    assert.equal(shown.message.content, 'first');
    assert(shown.isPrivate && shown.wasDeferred);
    await playground.until(
      () => playground.requests().find(({ method }) => method === 'DELETE'),
      'the follow-up to be deleted',
    );
    const left = playground.as('alex').messages();
    assert.equal(left.find((message) => message.id === shown.message.id)?.content, 'second');
    assert(!left.some((message) => message.content === 'for all'));
  });

  it('replies with files', async () => {
    handle = async (interaction) => {
      assert(interaction.isChatInputCommand());
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
    assert.equal(await (await fetch(url)).text(), 'a');
    const more = await playground.until(
      () => playground.history('이야기').find((message) => message.attachments[0]?.filename === 'b.txt'),
      'the follow-up',
    );
    assert.equal(more.message_reference?.message_id, shown.message.id);
  });

  it('completes options', async () => {
    handle = async (interaction) => {
      assert(interaction.isAutocomplete());
      const focused = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${focused.name}: ${focused.value}`, value: '5' }]);
    };
    const choices = await playground.as('jimin').complete('session', 'name', '머신ㄹ');
    assert.deepEqual(choices, [{ name: 'name: 머신ㄹ', value: '5' }]);
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
        assert.equal(interaction.message.interactionMetadata?.user.id, playground.as('jimin').id);
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
    assert.equal(second.kind, 'update');
    assert.equal(second.message.id, shown.message.id);
    assert.equal(second.text, 'page 2');
    const other = await playground.as('alex').press(shown, 'next');
    assert.equal(other.kind, 'message');
    assert(other.isPrivate);
    const chosen = await jimin.choose(shown, '세션', '둘');
    assert.equal(chosen.text, 'chose 2');
    await assert.rejects(jimin.press(shown, 'elsewhere'), /There is no button elsewhere; only: 다음/);
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
    await assert.rejects(modal.submit({}), /must be filled in/);
    assert.equal((await modal.submit({ q: 'why' })).text, 'why');
  });

  it('works in DMs and among others', async () => {
    handle = async (interaction) => {
      assert(interaction.isChatInputCommand());
      await interaction.reply(`context ${interaction.context}`);
    };
    assert.equal((await playground.as('sora', 'dm').invoke('session')).text, 'context 1');
    const group = playground.addGroup({ name: '점심', people: ['alex', 'sora'] });
    assert.equal((await playground.as('sora', group).invoke('session')).text, 'context 2');
    assert.throws(() => playground.as('alex').in('nowhere'));
  });

  it('finds a message by its menu', async () => {
    const said = playground.as('alex').say('BigQuery가 뭐예요?');
    handle = async (interaction) => {
      assert(interaction.isMessageContextMenuCommand());
      await interaction.reply({ content: interaction.targetMessage.content, flags: MessageFlags.Ephemeral });
    };
    assert.equal(
      (await playground.as('jimin').messageCommand('Find in sessions', said)).text,
      'BigQuery가 뭐예요?',
    );
  });

  it('passes subcommands and roles', async () => {
    handle = async (interaction) => {
      assert(interaction.isChatInputCommand());
      const { options } = interaction;
      await interaction.reply(`${options.getSubcommand()} ${options.getRole('role', true).name}`);
    };
    const guild = client.guilds.cache.first();
    const roles = (await client.rest.get(`/guilds/${guild?.id}/roles`)) as { id: string; name: string }[];
    const role = roles.find(({ name }) => name === '스터디');
    const shown = await playground
      .as('jimin')
      .invoke('recap', { subcommand: 'list', options: { role: role?.id ?? '' } });
    assert.equal(shown.text, 'list 스터디');
  });

  it('says when no bot is there', async () => {
    const lonely = await startPlayground();
    try {
      const response = await fetch(`${lonely.apiUrl}/v10/applications/${lonely.applicationId}/commands`, {
        method: 'POST',
        headers: { authorization: `Bot ${lonely.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'help', description: 'Help' }),
      });
      assert.equal(response.status, 201);
      await assert.rejects(lonely.as('jimin').invoke('help'), NoResponseError);
    } finally {
      await lonely.close();
    }
  });
});
