// @discordjs/rest reads the emulator's limits the way it reads Discord's.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { REST, RESTEvents } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import { skip } from '../support/emulator.mjs';
import { ids, startDiscord, token } from './discord.mjs';

describe('@discordjs/rest waits', { skip }, () => {
  let emulator;

  before(async () => { emulator = await startDiscord(); });
  after(() => emulator?.stop());

  const rest = options => new REST({ api: emulator.api, version: '10', ...options }).setToken(token);
  const post = (client, channel, content = 'x') => client.post(Routes.channelMessages(channel), { body: { content } });
  /** Scopes of the 429s that a client gets. */
  function refusals(client) {
    const scopes = [];
    client.on(RESTEvents.Response, (_, response) => response.status === 429 && scopes.push(response.headers.get('x-ratelimit-scope')));
    return scopes;
  }

  const limited = async since => (await emulator.log(since)).filter(entry => entry.kind === 'limited');
  const last = async () => (await emulator.log()).at(-1)?.sequence ?? 0;

  test('By the headers, without any 429', async () => {
    const since = await last();
    const client = rest();
    const messages = await Promise.all(Array.from({ length: 7 }, (_, number) => post(client, ids.text, `${number}`)));
    assert.equal(new Set(messages.map(message => message.id)).size, 7);
    assert.deepEqual(await limited(since), []);
  });

  test('After a 429 that it could not foresee', async () => {
    const since = await last();
    await emulator.do('/_control/limits', { bucket: 'send', calls: 1, seconds: 1, hidden: true });
    const client = rest();
    const scopes = refusals(client);
    await post(client, ids.announcement);
    assert.equal((await post(client, ids.announcement)).content, 'x');
    assert.equal((await limited(since)).length, 1);
    assert.deepEqual(scopes, ['user']);
    await emulator.do('/_control/limits', { bucket: 'send', calls: null, hidden: true });
  });

  test('After the global limit, all of it', async () => {
    const since = await last();
    await emulator.do('/_control/limits', { bucket: 'global', calls: 1, seconds: 2 });
    const client = rest();
    const waits = [];
    client.on(RESTEvents.RateLimited, wait => waits.push(wait));
    await Promise.all([client.get(Routes.user()), client.get(Routes.channel(ids.text))]);
    await emulator.do('/_control/limits', { bucket: 'global', calls: 50, seconds: 1 });
    assert.ok((await limited(since)).some(entry => entry.detail.startsWith('global ')));
    assert.ok(waits.some(wait => wait.global));
  });

  test('And knows what everybody shares', async () => {
    await emulator.do('/_script', { decision: { kind: 'limit', retryAfter: '0.5', scope: 'shared' }, operation: 'get-channel' });
    const client = rest();
    const scopes = refusals(client);
    await client.get(Routes.channel(ids.text));
    assert.deepEqual(scopes, ['shared']);
    assert.equal((await emulator.do('/_control/state')).invalid_requests, (await limited(0)).filter(entry => !entry.detail.startsWith('shared')).length);
  });

  test('A refused token is an error at once', async () => {
    await emulator.do('/_control/tokens', { token: 'other', revoked: true });
    await assert.rejects(new REST({ api: emulator.api, version: '10' }).setToken('other').get(Routes.user()), error => error.status === 401);
  });

  test('A server error is tried again with the same nonce, and posts once', async () => {
    await emulator.do('/_script', { answer: { kind: 'status', status: 502 }, operation: 'send' });
    const { id } = await emulator.do('/_control/channels', { name: 'retried' });
    const message = await rest().post(Routes.channelMessages(id), { body: { content: 'x', nonce: 'retried', enforce_nonce: true } });
    assert.equal((await rest().get(Routes.channelMessages(id))).length, 1);
    assert.equal(message.nonce, 'retried');
  });
});
