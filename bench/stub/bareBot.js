import { readFileSync } from 'node:fs';
import { ApplicationCommandOptionType, Client, Events } from 'discord.js';

// Plain JavaScript, as most bots are: no types are stripped.
// The least that a discord.js bot can be: one command, which replies with a constant message, and one completion.
const message = JSON.parse(process.env['MESSAGE'] ?? '{"embeds":[{"title":"A constant embed"}]}');
const picture = process.env['PICTURE'];
const files =
  picture === undefined
    ? []
    : [{ attachment: readFileSync(picture), name: process.env['PICTURE_NAME'] ?? 'a.png' }];
const client = new Client({ intents: [], rest: { api: process.env['DISCORD_API_URL'] ?? '' } });

client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isAutocomplete())
    void interaction.respond([{ name: 'A constant choice', value: 'constant' }]);
  const answer = { embeds: message.embeds ?? [], components: message.components ?? [], files };
  if (interaction.isMessageComponent()) void interaction.update(answer);
  if (interaction.isChatInputCommand()) void interaction.reply(answer);
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
