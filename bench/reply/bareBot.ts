import { Client, Events } from 'discord.js';
import { ApplicationCommandOptionType, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';

// The least that a discord.js bot can be: one command, which replies with a constant message.
const message = JSON.parse(process.env['MESSAGE'] ?? '{}') as RESTPostAPIChannelMessageJSONBody;
const client = new Client({ intents: [], rest: { api: process.env['DISCORD_API_URL'] ?? '' } });

client.on(Events.InteractionCreate, (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  void interaction.reply({ embeds: message.embeds ?? [], components: message.components ?? [] });
});

client.once(Events.ClientReady, (ready) => {
  void ready.application.commands.set([
    {
      name: 'session',
      description: 'A constant embed',
      options: [{ type: ApplicationCommandOptionType.String, name: 'name', description: 'Ignored' }],
    },
  ]);
});

await client.login(process.env['DISCORD_TOKEN']);
