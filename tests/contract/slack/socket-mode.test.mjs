// Socket Mode by Slack's own client.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { SocketModeClient } from '@slack/socket-mode';
import { skip, within } from '../support/emulator.mjs';
import { quiet, startSlack } from './slack.mjs';

describe('Socket Mode', { skip }, () => {
  let slack;
  const open = [];

  before(async () => {
    slack = await startSlack();
  });
  afterEach(async () => {
    for (const socket of open.splice(0)) {
      await socket.disconnect();
    }
  });
  after(() => slack?.stop());

  const connect = async options => {
    const socket = new SocketModeClient({ appToken: slack.app.appToken, clientOptions: { slackApiUrl: slack.app.apiUrl }, logger: quiet, ...options });
    open.push(socket);
    await within(socket.start(), 'hello');
    return socket;
  };
  const happens = (socket, event) => within(new Promise(resolve => socket.once(event, resolve)), event);

  test('a command is received, acknowledged with a message, and shown', async () => {
    const socket = await connect();
    socket.on('slash_commands', ({ ack, body }) => ack({ text: `you said ${body.text}` }));
    const typed = await slack.do('/_control/commands', { command: '/funding', text: 'xai' });
    assert.deepEqual([typed.verdict, typed.replies[0].text], ['ok', 'you said xai']);
  });

  test('an event whose acknowledgement is lost comes again with its number', async () => {
    await slack.do('/_control/patience', { acknowledgementSeconds: 5 });
    await slack.do('/_control/sockets', { lostAcknowledgements: 1 });
    const socket = await connect();
    const seen = [];
    socket.on('slack_event', async ({ ack, body, retry_num }) => {
      seen.push([body.event_id, retry_num]);
      await ack();
    });
    const sent = await slack.do('/_control/events', { event: { type: 'app_home_opened', user: 'U1', tab: 'home' }, retryAfterSeconds: [0] });
    assert.deepEqual(sent.attempts.map(attempt => attempt.verdict), ['operation_timeout', 'ok']);
    assert.deepEqual(seen, [[sent.payload.event_id, 0], [sent.payload.event_id, 1]]);
    await slack.do('/_control/patience', { acknowledgementSeconds: 60, triggerSeconds: 60 });
  });

  test('a click is an interactive envelope', async () => {
    const socket = await connect();
    const clicked = happens(socket, 'interactive');
    const sending = slack.do('/_control/payloads', { type: 'block_actions', actions: [{ action_id: 'show' }] });
    const { ack, body } = await clicked;
    await ack();
    assert.equal(body.actions[0].action_id, 'show');
    assert.equal((await sending).verdict, 'ok');
  });

  test('told to refresh, the client comes back on a new connection', async () => {
    const socket = await connect();
    const { opened } = await slack.do('/_control/sockets');
    const again = happens(socket, 'connected');
    await slack.do('/_control/sockets', { disconnect: 'refresh_requested' });
    await again;
    await slack.do(`/_control/sockets?opened=${opened + 1}&wait=60`);
    socket.on('slash_commands', ({ ack }) => ack({ text: 'still here' }));
    assert.equal((await slack.do('/_control/commands', { command: '/help' })).replies[0].text, 'still here');
  });

  test('the server pings, so that a client that expects pings stays', async () => {
    await slack.do('/_control/sockets', { pingSeconds: 0.5 });
    const socket = await connect({ serverPingTimeout: 3_000 });
    const { opened } = await slack.do('/_control/sockets');
    await assert.rejects(slack.do(`/_control/sockets?opened=${opened + 1}&wait=6`), /408/);
    assert.ok(socket.websocket.isActive());
  });
});
