// discord.js registers commands and answers people.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  ActionRowBuilder, ButtonBuilder, ButtonStyle, Events, MessageFlags, ModalBuilder, LabelBuilder, SlashCommandBuilder, TextInputBuilder, TextInputStyle,
} from 'discord.js';
import { skip, within } from '../support/emulator.mjs';
import { answered, ids, login, startDiscord } from './discord.mjs';

const funding = new SlashCommandBuilder()
  .setName('funding').setContexts(0).setIntegrationTypes(0).setNameLocalization('ja', '資金調達').setDescription('Funding rounds')
  .addStringOption(option => option.setName('company').setDescription('Company').setAutocomplete(true).setRequired(true));
const briefing = new SlashCommandBuilder()
  .setName('briefing').setDescription('Settings').setDefaultMemberPermissions(0x20n)
  .addSubcommand(sub => sub.setName('subscribe').setDescription('Subscribe').addChannelOption(option => option.setName('channel').setDescription('Where').setRequired(true)));

describe('discord.js answers', { skip }, () => {
  let emulator;
  let client;
  let registered;

  before(async () => {
    emulator = await startDiscord();
    client = await login(emulator);
    registered = await client.application.commands.set([funding, briefing]);
  });

  after(async () => {
    await client?.destroy();
    await emulator?.stop();
  });

  const handle = handler => client.once(Events.InteractionCreate, interaction => handler(interaction).catch(error => console.error(error)));
  const ask = (options = {}) => emulator.do('/_control/commands', { path: 'funding', values: { company: 'xai' }, ...options });

  test('Commands are registered as a whole and compare equal afterwards', async () => {
    assert.deepEqual([...registered.values()].map(command => command.name), ['funding', 'briefing']);
    const listed = await client.application.commands.fetch({ withLocalizations: true });
    const command = listed.find(one => one.name === 'funding');
    assert.equal(command.nameLocalizations.ja, '資金調達');
    assert.ok(command.equals(JSON.parse(JSON.stringify(funding))));
  });

  test('A name that cannot be is refused', async () => {
    await assert.rejects(
      client.rest.put(`/applications/${ids.application}/commands`, { body: [{ name: 'Funding', description: 'x' }] }),
      error => error.code === 50035 && error.message.includes('0.name[APPLICATION_COMMAND_INVALID_NAME]'));
  });

  test('A command is answered at once', async () => {
    handle(async interaction => {
      assert.equal(interaction.options.getString('company'), 'xai');
      assert.equal(interaction.locale, 'en-US');
      assert.ok(interaction.appPermissions.has('SendMessages'));
      const response = await interaction.reply({ content: '$20B', flags: MessageFlags.Ephemeral, withResponse: true });
      assert.equal(response.resource.message.content, '$20B');
    });
    const answer = await answered(emulator, await ask({ locale: 'en-US' }));
    assert.deepEqual([answer.text, answer.ephemeral, answer.failure], ['$20B', true, null]);
  });

  test('A command is deferred and edited, and followed up', async () => {
    handle(async interaction => {
      await interaction.deferReply();
      await interaction.editReply('later');
      await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
      assert.equal((await interaction.fetchReply()).content, 'later');
    });
    const asked = await ask();
    await emulator.until(entry => entry.kind === 'replied' && entry.detail === 'follow-up' && entry.key === asked.id);
    const answer = await answered(emulator, asked);
    assert.deepEqual([answer.text, answer.follow_ups], ['later', ['and more']]);
  });

  test('A second answer is one too many', async () => {
    const second = new Promise(resolve => handle(async interaction => {
      await interaction.reply('one');
      await client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body: { type: 4, data: { content: 'two' } }, auth: false })
        .then(() => resolve(null), error => resolve(error.code));
    }));
    const asked = await ask();
    assert.equal(await within(second, 'the second answer'), 40060);
    assert.equal((await answered(emulator, asked)).text, 'one');
  });

  test('Autocomplete offers what fits', async () => {
    handle(async interaction => {
      const focused = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${focused.name} ${focused.value}`, value: 'xai' }]);
    });
    const asked = await emulator.do('/_control/autocomplete', { path: 'funding', option: 'company', typed: 'xa' });
    assert.deepEqual((await answered(emulator, asked)).data.choices, [{ name: 'company xa', value: 'xai' }]);
  });

  test('An admin’s subcommand tells the channel and its permissions', async () => {
    handle(async interaction => {
      const channel = interaction.options.getChannel('channel');
      await interaction.reply(`${interaction.options.getSubcommand()} ${channel.name} ${interaction.memberPermissions.has('ManageGuild')}`);
    });
    const asked = await emulator.do('/_control/commands', { path: 'briefing subscribe', values: { channel: ids.text }, user: ids.owner });
    assert.equal((await answered(emulator, asked)).text, 'subscribe briefings true');
    assert.ok(asked.payload.data.resolved.channels[ids.text].app_permissions);
    await assert.rejects(emulator.do('/_control/commands', { path: 'briefing subscribe', values: { channel: ids.text } }), /400/);
  });

  test('A button opens a form, and the form changes the message', async () => {
    const channel = await client.channels.fetch(ids.text);
    const row = new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId('edit').setLabel('編集').setStyle(ButtonStyle.Secondary));
    const message = await channel.send({ content: 'before', components: [row] });
    handle(interaction => interaction.showModal(new ModalBuilder().setCustomId('words').setTitle('言葉').addLabelComponents(
      new LabelBuilder().setLabel('Keywords').setTextInputComponent(new TextInputBuilder().setCustomId('keywords').setStyle(TextInputStyle.Short)))));
    const pressed = await emulator.do('/_control/clicks', { message: message.id, customId: 'edit' });
    assert.equal((await answered(emulator, pressed)).response, 9);
    handle(interaction => interaction.update({ content: interaction.fields.getTextInputValue('keywords'), components: [] }));
    const filled = await emulator.do('/_control/forms', { interaction: pressed.id, values: { keywords: 'xAI' } });
    assert.equal((await answered(emulator, filled)).text, 'xAI');
  });

  test('Who is too late has lost the interaction', async () => {
    await emulator.do('/_control/rules', { interactionDeadlineSeconds: 0.001 });
    const refused = new Promise(resolve => client.once(Events.InteractionCreate, interaction => {
      setTimeout(() => interaction.reply('late').then(() => resolve(null), error => resolve(error.code)), 50);
    }));
    await ask();
    assert.equal(await refused, 10062);
    await emulator.do('/_control/rules', { interactionDeadlineSeconds: 3 });
  });
});
