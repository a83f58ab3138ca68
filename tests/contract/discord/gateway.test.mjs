// discord.js keeps its session through what the gateway does to it.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { Events } from 'discord.js';
import { skip } from '../support/emulator.mjs';
import { answered, happens, ids, login, startDiscord } from './discord.mjs';

const starts = async emulator => (await emulator.do('/_control/state')).starts_remaining;
const commands = [{ name: 'ping', description: 'Answers' }];

describe('discord.js stays connected', { skip }, () => {
  let emulator;
  let client;

  before(async () => { emulator = await startDiscord(); });
  after(() => emulator?.stop());

  beforeEach(async () => {
    await emulator.do('/_control/gateway/settings', { heartbeatMilliseconds: 41_250, maxConcurrency: 10 });
  });

  afterEach(() => client?.destroy());

  /** A command still reaches the bot, and its answer the person. */
  async function answers() {
    client.once(Events.InteractionCreate, interaction => interaction.reply('pong'));
    const asked = await emulator.do('/_control/commands', { path: 'ping' });
    assert.equal((await answered(emulator, asked)).text, 'pong');
  }

  test('It resumes when it is told to reconnect', async () => {
    client = await login(emulator);
    await client.application.commands.set(commands);
    const before = await starts(emulator);
    const resumed = happens(client, Events.ShardResume);
    await emulator.do('/_control/gateway', { do: 'reconnect' });
    await resumed;
    assert.equal(await starts(emulator), before);
    await answers();
  });

  test('It resumes after a socket that says nothing any more', async () => {
    await emulator.do('/_control/gateway/settings', { heartbeatMilliseconds: 1500 });
    client = await login(emulator);
    await client.application.commands.set(commands);
    const before = await starts(emulator);
    const resumed = happens(client, Events.ShardResume);
    await emulator.do('/_control/gateway', { do: 'fall-silent' });
    await resumed;
    assert.equal(await starts(emulator), before);
    await answers();
  });

  test('It resumes after a cut, and hears what it missed', async () => {
    client = await login(emulator);
    const created = happens(client, Events.ChannelCreate);
    const resumed = happens(client, Events.ShardResume);
    await emulator.do('/_control/gateway', { do: 'drop' });
    const { id } = await emulator.do('/_control/channels', { name: 'meanwhile' });
    assert.equal((await created).id, id);
    await resumed;
  });

  test('It begins anew when its session is invalid', async () => {
    client = await login(emulator);
    await client.application.commands.set(commands);
    const before = await starts(emulator);
    const ready = happens(client, Events.ShardReady);
    await emulator.do('/_control/gateway', { do: 'invalidate' });
    await ready;
    assert.equal(await starts(emulator), before - 1);
    await answers();
  });

  test('It resumes when an invalid session may be resumed', async () => {
    client = await login(emulator);
    const before = await starts(emulator);
    const resumed = happens(client, Events.ShardResume);
    await emulator.do('/_control/gateway', { do: 'invalidate-resumable' });
    await resumed;
    assert.equal(await starts(emulator), before);
  });

  test('It answers a heartbeat that it is asked for', async () => {
    client = await login(emulator);
    const since = (await emulator.log()).at(-1).sequence;
    await emulator.do('/_control/gateway', { do: 'ask-heartbeat' });
    await emulator.until(entry => entry.kind === 'gateway' && /heartbeat \d+ after/.test(entry.detail), since);
  });

  test('It does not come back after a fatal code', async () => {
    client = await login(emulator);
    const gone = happens(client, Events.ShardDisconnect);
    await emulator.do('/_control/gateway', { do: 'close', code: 4014 });
    assert.equal((await gone).code, 4014);
    assert.deepEqual(await emulator.do('/_control/gateway'), []);
  });

  test('An outage makes a guild unavailable, and its end brings it back', async () => {
    client = await login(emulator);
    const away = happens(client, Events.GuildUnavailable);
    await emulator.do('/_control/guilds', { id: ids.guild, unavailable: true });
    assert.equal((await away).id, ids.guild);
    const back = happens(client, Events.GuildAvailable);
    await emulator.do('/_control/guilds', { id: ids.guild, unavailable: false });
    assert.equal((await back).id, ids.guild);
  });
});
