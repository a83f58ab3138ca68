// What a briefing bot does, done by discord.js.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ChannelType, MessageFlags, TextDisplayBuilder, ContainerBuilder, DiscordAPIError } from 'discord.js';
import { skip } from '../support/emulator.mjs';
import { ids, login, startDiscord } from './discord.mjs';

describe('discord.js posts', { skip }, () => {
  let emulator;
  let client;

  before(async () => {
    emulator = await startDiscord();
    client = await login(emulator);
  });

  after(async () => {
    await client?.destroy();
    await emulator?.stop();
  });

  test('The guild is there with its channels after the login', () => {
    const guild = client.guilds.cache.get(ids.guild);
    assert.equal(guild.available, true);
    assert.deepEqual([...guild.channels.cache.keys()].sort(), [ids.text, ids.announcement, ids.forum]);
    assert.equal(client.user.id, ids.application);
    assert.ok(guild.members.me.permissionsIn(ids.text).has('SendMessagesInThreads'));
  });

  test('A message is sent, read, edited and deleted', async () => {
    const channel = await client.channels.fetch(ids.text);
    const message = await channel.send({ content: '朝のまとめ', allowedMentions: { parse: [] } });
    assert.equal(message.content, '朝のまとめ');
    const read = await channel.messages.fetch({ message: message.id, force: true });
    assert.equal(read.author.id, client.user.id);
    assert.equal((await message.edit('夕方のまとめ')).content, '夕方のまとめ');
    await message.delete();
    await assert.rejects(channel.messages.fetch({ message: message.id, force: true }), error => error.code === 10008);
  });

  test('An enforced nonce gives the first message again', async () => {
    const channel = await client.channels.fetch(ids.announcement);
    const first = await channel.send({ content: 'once', nonce: 'n-1', enforceNonce: true });
    const second = await channel.send({ content: 'once', nonce: 'n-1', enforceNonce: true });
    assert.equal(first.id, second.id);
  });

  test('A thread has its message’s id, and takes the sections', async () => {
    const { id: channelId } = await emulator.do('/_control/channels', { name: 'threads' });
    const channel = await client.channels.fetch(channelId);
    const root = await channel.send('root');
    const thread = await root.startThread({ name: '1月6日 朝刊', autoArchiveDuration: 1440 });
    assert.equal(thread.id, root.id);
    assert.equal(thread.type, ChannelType.PublicThread);
    const section = await thread.send('section');
    assert.equal(section.channelId, root.id);
    await assert.rejects(root.startThread({ name: 'again' }), error => error.code === 160004 || error.code === 'MessageExistingThread');
    await thread.setArchived(true);
    assert.equal((await thread.fetch()).archived, true);
    await thread.send('wakes it');
    assert.equal((await client.channels.fetch(root.id, { force: true })).archived, false);
  });

  test('Components alone make a message', async () => {
    const { id: channelId } = await emulator.do('/_control/channels', { name: 'components' });
    const channel = await client.channels.fetch(channelId);
    const container = new ContainerBuilder().setAccentColor(0x00ff00).addTextDisplayComponents(new TextDisplayBuilder().setContent('# 見出し'));
    const message = await channel.send({ flags: MessageFlags.IsComponentsV2, components: [container] });
    assert.equal(message.components[0].components[0].content, '# 見出し');
    await assert.rejects(
      channel.send({ flags: MessageFlags.IsComponentsV2, components: [new TextDisplayBuilder().setContent('x'.repeat(2001)), new TextDisplayBuilder().setContent('y'.repeat(2000))] }),
      error => error instanceof DiscordAPIError && error.message.includes('components[COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED]'));
  });

  test('A forum takes a post with a tag', async () => {
    const forum = await client.channels.fetch(ids.forum);
    const post = await forum.threads.create({ name: '朝刊', message: { content: 'headline' }, appliedTags: [ids.forumTag] });
    assert.equal((await post.fetchStarterMessage()).content, 'headline');
    assert.deepEqual(post.appliedTags, [ids.forumTag]);
  });

  test('An announcement is published', async () => {
    const channel = await client.channels.fetch(ids.announcement);
    const message = await channel.send('news');
    await message.crosspost();
    assert.ok((await message.fetch()).flags.has(MessageFlags.Crossposted));
  });

  test('An error says what is wrong and where', async () => {
    const channel = await client.channels.fetch(ids.text);
    await assert.rejects(channel.send('x'.repeat(2001)), error =>
      error instanceof DiscordAPIError && error.code === 50035 && error.message.includes('content[BASE_TYPE_MAX_LENGTH]'));
  });

  test('What a permission forbids is an error with its code', async () => {
    const { id } = await emulator.do('/_control/channels', { name: 'closed' });
    await emulator.do(`/_control/channels/${id}`, { deny: 'SendMessages' });
    await assert.rejects((await client.channels.fetch(id)).send('x'), error => error.code === 50013 && error.status === 403);
  });
});
