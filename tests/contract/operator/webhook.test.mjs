// The library of Standard Webhooks against what the bot posts to its operator.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { BotFolder, skip } from '../support/bot.mjs';
import { within } from '../support/emulator.mjs';

const key = () => `whsec_${randomBytes(32).toString('base64')}`;

/** An operator's receiver on this machine. */
class Receiver {
  #waiting = [];
  #requests = [];
  #server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }

    const received = { body: Buffer.concat(chunks).toString('utf8'), headers: request.headers };
    response.writeHead(204).end();
    const waiting = this.#waiting.shift();
    waiting ? waiting(received) : this.#requests.push(received);
  });

  async start() {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${this.#server.address().port}/`;
  }

  next() {
    return within(this.#requests.length > 0 ? Promise.resolve(this.#requests.shift()) : new Promise(resolve => this.#waiting.push(resolve)), 'the alert');
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Starts the bot with some secrets on an archive where a document waits for a person, and returns what it tells its operator. */
async function told(secrets) {
  const receiver = new Receiver();
  const folder = new BotFolder();
  let service;
  try {
    writeFileSync(join(folder.path, 'held.md'), '# 2026-01-06\n\nNo section at all.\n');
    const { code, err } = await folder.run('ingest', 'held.md');
    assert.equal(code, 0, err);
    mkdirSync(join(folder.path, 'inbox'));
    service = await folder.serve({ Operator__Webhook: await receiver.start(), Operator__Language: 'English', Intake__Inbox: 'inbox', ...secrets });
    return await receiver.next();
  } finally {
    await service?.stop();
    receiver.stop();
    folder.delete();
  }
}

test('an alert is signed so that the library believes it, and nothing else', { skip }, async () => {
  const secret = key();
  const { body, headers } = await told({ Operator__WebhookSecret: secret });

  const alert = new Webhook(secret).verify(body, headers);
  assert.ok(alert.text.length > 20 && alert.reason.length > 0, body);
  assert.equal(alert.id, headers['webhook-id']);
  assert.throws(() => new Webhook(secret).verify(body.replace('"', ' "'), headers));
  assert.throws(() => new Webhook(key()).verify(body, headers));
  const late = { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 3600) };
  assert.throws(() => new Webhook(secret).verify(body, late));
});

test('while the secret is changed, who knows the new one believes it, and so does who still has the old one', { skip }, async () => {
  const [before, now] = [key(), key()];
  const { body, headers } = await told({ Operator__WebhookSecret: now, Operator__PreviousWebhookSecret: before });

  for (const secret of [before, now]) {
    assert.ok(new Webhook(secret).verify(body, headers).reason);
  }

  assert.equal(headers['webhook-signature'].split(' ').length, 2);
});
