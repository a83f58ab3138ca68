// How Slack's own client takes the faults that the bot is tested with.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ErrorCode } from '@slack/web-api';
import { skip } from '../support/emulator.mjs';
import { client, refusal, startSlack } from './slack.mjs';

describe('faults', { skip }, () => {
  let slack, channel;

  before(async () => {
    slack = await startSlack();
    channel = slack.app.channel;
  });
  after(() => slack?.stop());

  const scripted = fault => slack.do('/_script', fault);
  const stored = async text => (await slack.do(`/_control/messages?channel=${channel}`)).filter(message => message.text === text).length;

  test('told to wait, the client waits and is then served', async () => {
    await scripted({ decision: { kind: 'limit', retryAfter: '1' }, operation: 'send' });
    const started = performance.now();
    const answer = await client(slack, undefined, { retryConfig: { retries: 2 } }).chat.postMessage({ channel, text: 'patient' });
    assert.equal(answer.ok, true);
    assert.ok(performance.now() - started >= 1000);
    assert.equal(await stored('patient'), 1);
  });

  test('told to wait, a client that does not wait learns for how long', async () => {
    await scripted({ decision: { kind: 'limit', retryAfter: '30' }, operation: 'send' });
    const error = await refusal(client(slack, undefined, { rejectRateLimitedCalls: true }).chat.postMessage({ channel, text: 'impatient' }));
    assert.deepEqual([error.code, error.retryAfter], [ErrorCode.RateLimitedError, 30]);
  });

  test('a channel beyond its pace answers 429', async () => {
    await slack.do('/_control/pace', { channelBurst: 1 });
    const web = client(slack, undefined, { rejectRateLimitedCalls: true });
    await web.chat.postMessage({ channel, text: 'first' });
    assert.equal((await refusal(web.chat.postMessage({ channel, text: 'second' }))).code, ErrorCode.RateLimitedError);
    await slack.do('/_control/pace', {});
  });

  test('an error after storing looks like any other error', async () => {
    await scripted({ answer: { kind: 'internal-error', error: 'fatal_error' }, operation: 'send' });
    assert.equal((await refusal(client(slack).chat.postMessage({ channel, text: 'half done' }))).error, 'fatal_error');
    assert.equal(await stored('half done'), 1);
  });

  test('a lost answer makes a client that retries post twice', async () => {
    await scripted({ decision: { kind: 'accept' }, answer: { kind: 'reset' }, operation: 'send' });
    await client(slack, undefined, { retryConfig: { retries: 1, minTimeout: 10 } }).chat.postMessage({ channel, text: 'twice' });
    assert.equal(await stored('twice'), 2);
  });

  test('a server error and half a body are errors', async () => {
    await scripted({ answer: { kind: 'status', status: 502 }, operation: 'send' });
    await scripted({ answer: { kind: 'partial' }, operation: 'send' });
    const web = client(slack);
    assert.equal((await refusal(web.chat.postMessage({ channel, text: 'x' }))).code, ErrorCode.HTTPError);
    assert.ok(await refusal(web.chat.postMessage({ channel, text: 'x' })));
  });

  test('the token is revoked between two posts', async () => {
    await slack.do('/_control/workspaces', { id: 'T0000000009', token: 'xoxb-nine' });
    const room = (await slack.do('/_control/channels', { workspace: 'T0000000009', name: 'nine' })).id;
    await scripted({ operation: 'send', channel: 'T0000000009', skip: 1, meanwhile: 'revoke-token' });
    const web = client(slack, 'xoxb-nine');
    await web.chat.postMessage({ channel: room, text: 'x' });
    assert.equal((await refusal(web.chat.postMessage({ channel: room, text: 'x' }))).error, 'token_revoked');
  });
});
