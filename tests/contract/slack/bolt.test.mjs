// Slack's own receiver believes the emulator's signature, and not its forged ones.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import bolt from '@slack/bolt';
import { skip } from '../support/emulator.mjs';
import { quiet, startSlack } from './slack.mjs';

describe('bolt', { skip }, () => {
  let slack, app, address;
  const seen = [];

  before(async () => {
    slack = await startSlack();
    const receiver = new bolt.HTTPReceiver({ signingSecret: slack.app.signingSecret, endpoints: '/slack/events', logger: quiet });
    app = new bolt.App({ token: slack.app.botToken, receiver, clientOptions: { slackApiUrl: slack.app.apiUrl }, logger: quiet });
    app.command('/funding', async ({ command, ack, respond }) => {
      seen.push(command);
      await ack({ text: `funding of ${command.text}` });
      await respond({ text: 'and more', response_type: 'ephemeral' });
    });
    app.action('show', async ({ action, ack, respond }) => {
      await ack();
      await respond({ text: `clicked ${action.value}`, replace_original: false });
    });
    app.options('company', ({ options, ack }) => ack({ options: [{ text: { type: 'plain_text', text: options.value }, value: options.value }] }));
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: 'at your service', thread_ts: event.thread_ts ?? event.ts });
    });
    app.command('/form', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    app.view('subscribe', ({ ack }) => ack({ response_action: 'errors', errors: { time: 'not a time' } }));
    await app.start(0);
    address = `http://127.0.0.1:${receiver.server.address().port}/slack/events`;
    await slack.do('/_control/urls', { commands: address, interactions: address, options: address, events: address });
  });
  after(async () => {
    await app?.stop();
    await slack?.stop();
  });

  const form = {
    type: 'modal', callback_id: 'subscribe', title: { type: 'plain_text', text: 'Subscribe' }, submit: { type: 'plain_text', text: 'OK' },
    blocks: [{ type: 'input', block_id: 'time', label: { type: 'plain_text', text: 'Time' }, element: { type: 'plain_text_input', action_id: 'value' } }],
  };

  test('a signed command is believed, and its answers are shown', async () => {
    const typed = await slack.do('/_control/commands', { command: '/funding', text: 'xai 日本' });
    assert.deepEqual([typed.status, typed.verdict], [200, 'ok']);
    assert.equal(seen.at(-1).text, 'xai 日本');
    const replies = await slack.do(`/_control/replies?interaction=${typed.id}&count=2&wait=60`);
    // Which of the two arrives first is chance.
    const shown = Object.fromEntries(replies.map(reply => [reply.way, reply.text]));
    assert.deepEqual(shown, { acknowledgement: 'funding of xai 日本', response_url: 'and more' });
  });

  for (const signature of ['Forged', 'Altered', 'Old', 'Missing', 'Undated', 'Short', 'Empty', 'NoSecret']) {
    test(`a command that is signed wrong (${signature}) is not believed`, async () => {
      const before = seen.length;
      const typed = await slack.do(`/_control/commands?signature=${signature}`, { command: '/funding', text: 'xai' });
      assert.equal(typed.verdict, 'http_client_error');
      assert.equal(seen.length, before);
    });
  }

  test('a click answers by its response address', async () => {
    const { ts } = await app.client.chat.postMessage({
      channel: slack.app.channel, text: 'x',
      blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'show', text: { type: 'plain_text', text: 'Show' }, value: 'v1' }] }],
    });
    const used = await slack.do('/_control/actions', { messageTs: ts, actionId: 'show' });
    const [reply] = await slack.do(`/_control/replies?interaction=${used.id}&wait=60`);
    assert.equal(reply.text, 'clicked v1');
  });

  test('a select that asks for its options gets them', async () => {
    const { ts } = await app.client.chat.postMessage({
      channel: slack.app.channel, text: 'x',
      blocks: [{ type: 'actions', elements: [{ type: 'external_select', action_id: 'company', placeholder: { type: 'plain_text', text: 'Company' } }] }],
    });
    const asked = await slack.do('/_control/suggestions', { messageTs: ts, actionId: 'company', value: 'nvi' });
    assert.equal(JSON.parse(asked.body).options[0].value, 'nvi');
  });

  test('a mention in a thread is answered there', async () => {
    const { ts } = await app.client.chat.postMessage({ channel: slack.app.channel, text: 'Root' });
    const mention = await slack.do('/_control/mentions', { text: 'funding xai', thread: ts });
    assert.equal(mention.attempts.at(-1).verdict, 'ok');
    const posted = async () => (await slack.do(`/_control/messages?channel=${slack.app.channel}`)).find(message => message.text === 'at your service');
    const end = Date.now() + 60_000;
    let sequence = 0;
    while (!(await posted()) && Date.now() < end) {
      sequence = (await slack.log(sequence, 5)).at(-1)?.sequence ?? sequence;
    }

    assert.equal((await posted()).thread_ts, ts);
  });

  test('a form opens by its trigger and stays open with an error', async () => {
    await slack.do('/_control/commands', { command: '/form', user: 'U0000000001' });
    const end = Date.now() + 60_000;
    let sequence = 0;
    while ((await slack.do('/_control/views?user=U0000000001')).length === 0 && Date.now() < end) {
      sequence = (await slack.log(sequence, 5)).at(-1)?.sequence ?? sequence;
    }

    const entered = { time: { value: { type: 'plain_text_input', value: 'noon' } } };
    const submitted = await slack.do('/_control/submissions', { values: entered });
    assert.equal(JSON.parse(submitted.body).response_action, 'errors');
    assert.equal((await slack.do('/_control/views?user=U0000000001')).length, 1);
  });

  test('a new address and a certificate are probed', async () => {
    const verified = await slack.do('/_control/probes', { challenge: 'echo me' });
    assert.match(verified.body, /echo me/);
    const probed = await slack.do('/_control/probes', {});
    assert.equal(probed.status, 200);
  });
});
