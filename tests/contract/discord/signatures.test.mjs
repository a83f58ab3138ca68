// The library that most endpoints check signatures with agrees with the emulator's signer.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { verifyKey } from 'discord-interactions';
import { skip } from '../support/emulator.mjs';
import { startDiscord } from './discord.mjs';

describe('discord-interactions verifies', { skip }, () => {
  let emulator;
  let endpoint;
  let key;

  before(async () => {
    emulator = await startDiscord();
    key = (await emulator.do('/_control/state')).public_key;
    endpoint = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray());
      const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = request.headers;
      const isRight = signature && timestamp && await verifyKey(body, signature, timestamp, key);
      const type = isRight ? JSON.parse(body).type : 0;
      response.writeHead(isRight ? 200 : 401, { 'Content-Type': 'application/json' });
      response.end(isRight ? JSON.stringify(type === 1 ? { type: 1 } : { type: 4, data: { content: 'inline' } }) : '{}');
    });
    await new Promise(resolve => endpoint.listen(0, '127.0.0.1', resolve));
    await emulator.do('/_control/application', { endpoint: `http://127.0.0.1:${endpoint.address().port}/` });
  });

  after(async () => {
    endpoint?.close();
    endpoint?.closeAllConnections();
    await emulator?.stop();
  });

  test('What was signed, and nothing else', async () => {
    const [timestamp, body] = ['1767225600', '{"type":2,"data":{"name":"資金調達"}}'];
    const { signature } = await emulator.do('/_control/signatures', { timestamp, body });
    assert.equal(await verifyKey(body, signature, timestamp, key), true);
    assert.equal(await verifyKey(`${body} `, signature, timestamp, key), false);
    assert.equal(await verifyKey(body, signature, '1767225601', key), false);
  });

  test('Pings with a right signature, and none with a wrong one', async () => {
    assert.equal((await emulator.do('/_control/pings', {})).Status, 200);
    for (const bad of ['OtherKey', 'Missing', 'NoTimestamp', 'NotHex', 'TooShort', 'TamperedBody', 'TamperedTimestamp']) {
      assert.equal((await emulator.do(`/_control/pings?bad=${bad}`, {})).Status, 401, bad);
    }

    assert.equal(await emulator.do('/_control/endpoint-checks', {}), 'true');
  });

  test('A command by HTTP, answered in the response', async () => {
    await fetch(`${emulator.api}/v10/applications/1456000000000000001/commands`, {
      method: 'PUT',
      headers: { Authorization: 'Bot token', 'User-Agent': 'DiscordBot (https://example.com, 1)', 'Content-Type': 'application/json' },
      body: JSON.stringify([{ name: 'ping', description: 'Answers' }]),
    });
    const asked = await emulator.do('/_control/commands', { path: 'ping' });
    assert.deepEqual([asked.text, asked.endpoint_status], ['inline', 200]);
  });
});
