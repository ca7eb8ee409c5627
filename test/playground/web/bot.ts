import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  EmbedBuilder,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Playground } from '#playground/index.ts';
import { connect } from '../bot.ts';

/** Held until a test lets go of it: an answer that comes late without anybody waiting for a clock. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

/** What the scripted bot was asked to complete, in order. */
export interface ScriptedBot {
  readonly client: Client<true>;
  readonly completed: string[];
  /** `/late` answers only after this. */
  readonly late: Gate;
  /** Completions are answered only after this, where it is set. */
  completes: Gate | undefined;
}

const FRUIT = ['사과', '살구', '바나나', '블루베리', 'Cherry', 'Kiwi'];

/** A small bot that does everything that a page has to show. */
export async function startBot(playground: Playground): Promise<ScriptedBot> {
  const client = await connect(playground);
  const bot: ScriptedBot = { client, completed: [], late: gate(), completes: undefined };
  client.on('interactionCreate', (interaction) => void answer(bot, interaction));
  await client.application.commands.set([
    {
      name: 'fruit',
      nameLocalizations: { ko: '과일' },
      description: 'Shows a fruit',
      descriptionLocalizations: { ko: '과일을 보여 줍니다' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'name',
          nameLocalizations: { ko: '이름' },
          description: 'Which one',
          descriptionLocalizations: { ko: '어느 과일' },
          required: true,
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.Boolean,
          name: 'private',
          nameLocalizations: { ko: '비공개' },
          description: 'Only for me',
        },
        {
          type: ApplicationCommandOptionType.String,
          name: 'size',
          description: 'How big',
          choices: [
            { name: 'Small', nameLocalizations: { ko: '작게' }, value: 's' },
            { name: 'Large', nameLocalizations: { ko: '크게' }, value: 'l' },
          ],
        },
        { type: ApplicationCommandOptionType.Channel, name: 'where', description: 'Which channel' },
      ],
    },
    {
      name: 'late',
      nameLocalizations: { ko: '늦게' },
      description: 'Answers late',
      descriptionLocalizations: { ko: '늦게 답합니다' },
    },
    {
      name: 'form',
      nameLocalizations: { ko: '양식' },
      description: 'Asks back',
      descriptionLocalizations: { ko: '되묻습니다' },
    },
    {
      name: 'silent',
      nameLocalizations: { ko: '침묵' },
      description: 'Never answers',
      descriptionLocalizations: { ko: '답하지 않습니다' },
    },
    {
      name: 'Count letters',
      nameLocalizations: { ko: '글자 세기' },
      type: ApplicationCommandType.Message,
    },
  ]);
  return bot;
}

async function answer(bot: ScriptedBot, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    bot.completed.push(typed);
    await bot.completes?.opened;
    const found = FRUIT.filter((fruit) => fruit.normalize('NFD').includes(typed.normalize('NFD')));
    await interaction.respond(found.map((fruit) => ({ name: fruit, value: `v:${fruit}` })));
  } else if (interaction.isMessageContextMenuCommand()) {
    const count = interaction.targetMessage.content.length;
    await interaction.reply({ content: `**${count}** letters`, flags: MessageFlags.Ephemeral });
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({ content: `You wrote: ${interaction.fields.getTextInputValue('text')}` });
  } else if (interaction.isStringSelectMenu()) {
    await interaction.update({
      content: `Chosen: ${interaction.values.join(', ')}`,
      embeds: [],
      components: [],
    });
  } else if (interaction.isButton()) {
    if (interaction.customId === 'silent') return;
    await interaction.update({ embeds: [fruitEmbed('둘째 쪽')], components: controls(2) });
  } else if (interaction.isChatInputCommand()) {
    await answerCommand(bot, interaction);
  }
}

async function answerCommand(bot: ScriptedBot, interaction: ChatInputCommandInteraction): Promise<void> {
  if (interaction.commandName === 'late') {
    await interaction.deferReply();
    await bot.late.opened;
    await interaction.editReply('At last');
  } else if (interaction.commandName === 'form') {
    const input = new TextInputBuilder().setCustomId('text').setLabel('What?').setStyle(TextInputStyle.Short);
    const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
    await interaction.showModal(new ModalBuilder().setCustomId('m').setTitle('A form').addComponents(row));
  } else if (interaction.commandName === 'fruit') {
    const hidden = interaction.options.getBoolean('private') ?? false;
    await interaction.reply({
      embeds: [fruitEmbed(interaction.options.getString('name', true))],
      components: controls(1),
      ...(hidden ? { flags: MessageFlags.Ephemeral as const } : {}),
    });
  }
}

function fruitEmbed(title: string): EmbedBuilder {
  return new EmbedBuilder()
    .setColor(0x3d6fb4)
    .setTitle(title)
    .setURL('https://example.com/fruit')
    .setDescription('**달고** 맛있습니다. <t:1540429200:D>\n- 하나\n- 둘\n\n`code` ||비밀|| </fruit:1>')
    .addFields({ name: '색', value: '빨강', inline: true }, { name: '맛', value: '단맛', inline: true })
    .setImage('https://example.com/fruit.png')
    .setFooter({ text: '1/2' });
}

function controls(
  page: number,
): (ActionRowBuilder<StringSelectMenuBuilder> | ActionRowBuilder<ButtonBuilder>)[] {
  const menu = new StringSelectMenuBuilder()
    .setCustomId('menu')
    .setPlaceholder('고르기')
    .addOptions(FRUIT.map((fruit) => ({ label: fruit, value: fruit, description: '과일' })));
  return [
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId(`page-${page}`).setLabel('다음').setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setCustomId('silent').setLabel('아무 말 없이').setStyle(ButtonStyle.Secondary),
      new ButtonBuilder().setLabel('글 읽기').setURL('https://example.com/').setStyle(ButtonStyle.Link),
    ),
  ];
}
