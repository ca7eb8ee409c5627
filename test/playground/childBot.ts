import { ActionRowBuilder, ButtonBuilder, ButtonStyle, Client } from 'discord.js';

/** A bot of its own process: `node childBot.ts`, with DISCORD_API_URL and DISCORD_TOKEN. */
const client = new Client({ intents: [], rest: { api: process.env['DISCORD_API_URL'] ?? '' } });

client.on('interactionCreate', (interaction) => {
  if (interaction.isChatInputCommand()) {
    const button = new ButtonBuilder().setCustomId('page:2').setLabel('Next').setStyle(ButtonStyle.Primary);
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button);
    void interaction.reply({ content: `pid ${process.pid}`, components: [row] });
  } else if (interaction.isButton()) {
    void interaction.update(`${interaction.customId} by ${process.pid}`);
  }
});
client.once('clientReady', (ready) => {
  void ready.application.commands.set([{ name: 'open', description: 'Open' }]);
});
await client.login(process.env['DISCORD_TOKEN']);
