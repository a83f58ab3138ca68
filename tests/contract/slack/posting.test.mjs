// Posting by Slack's own client: what the bot relies on, seen by somebody else's eyes.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { skip } from '../support/emulator.mjs';
import { client, refusal, startSlack } from './slack.mjs';

describe('posting', { skip }, () => {
  let slack, web, channel;

  before(async () => {
    slack = await startSlack();
    web = client(slack);
    channel = slack.app.channel;
  });
  after(() => slack?.stop());

  test('the client knows who it is', async () => {
    const me = await web.auth.test();
    assert.equal(me.team_id, slack.app.workspace);
    assert.ok(me.response_metadata.scopes.includes('chat:write'));
  });

  test('a thread with metadata is posted and read back', async () => {
    const metadata = { event_type: 'briefing_post', event_payload: { key: 'root-key' } };
    const root = await web.chat.postMessage({ channel, text: 'Root', metadata, unfurl_links: false, unfurl_media: false });
    const reply = await web.chat.postMessage({ channel, text: 'Reply', thread_ts: root.ts, blocks: [{ type: 'divider' }] });
    assert.equal(reply.message.thread_ts, root.ts);

    const thread = await web.conversations.replies({ channel, ts: root.ts, include_all_metadata: true });
    assert.deepEqual(thread.messages.map(message => message.text), ['Root', 'Reply']);
    assert.equal(thread.messages[0].metadata.event_payload.key, 'root-key');
    assert.equal(thread.messages[0].reply_count, 1);
    const history = await web.conversations.history({ channel, oldest: String(Number(root.ts) - 60), include_all_metadata: true });
    assert.ok(history.messages.some(message => message.metadata?.event_payload?.key === 'root-key'));
    const accepted = (await slack.log()).filter(entry => entry.kind === 'accepted' && entry.key === 'root-key');
    assert.deepEqual(accepted.map(entry => entry.messageId), [root.ts]);
  });

  test('the client pages through a channel', async () => {
    const room = (await slack.do('/_control/channels', { name: 'pages' })).id;
    for (let number = 0; number < 7; number++) {
      await web.chat.postMessage({ channel: room, text: `message ${number}` });
    }

    const seen = [];
    for await (const page of web.paginate('conversations.history', { channel: room, limit: 3 })) {
      seen.push(...page.messages.map(message => message.text));
    }

    assert.deepEqual(seen, [6, 5, 4, 3, 2, 1, 0].map(number => `message ${number}`));
  });

  test('text alone takes the blocks away in an update', async () => {
    const { ts } = await web.chat.postMessage({ channel, text: 'Old', blocks: [{ type: 'divider' }] });
    const updated = await web.chat.update({ channel, ts, text: 'New' });
    assert.equal(updated.text, 'New');
    const { messages } = await web.conversations.replies({ channel, ts });
    assert.equal(messages[0].blocks, undefined);
  });

  test('a deleted root leaves replies without a thread, and nothing says so', async () => {
    const { ts } = await web.chat.postMessage({ channel, text: 'Root' });
    await web.chat.delete({ channel, ts });
    const stray = await web.chat.postMessage({ channel, text: 'Reply', thread_ts: ts });
    assert.equal(stray.ok, true);
    assert.equal(stray.message.thread_ts, undefined);
  });

  test('a wrong block is refused with its place', async () => {
    const refused = await refusal(web.chat.postMessage({ channel, text: 'x', blocks: [{ type: 'section' }] }));
    assert.equal(refused.error, 'invalid_blocks');
    assert.match(refused.errors[0], /missing required field: text.*\[json-pointer:\/blocks\/0\]/);
    assert.match(refused.response_metadata.messages[0], /^\[ERROR\]/);
  });

  test('a missing scope is named', async () => {
    await slack.do('/_control/tokens', { token: 'xoxb-poor', workspace: slack.app.workspace, scopes: ['commands'] });
    const refused = await refusal(client(slack, 'xoxb-poor').chat.postMessage({ channel, text: 'x' }));
    assert.deepEqual([refused.error, refused.needed, refused.provided], ['missing_scope', 'chat:write', 'commands']);
  });

  test('a private channel without the bot looks like none', async () => {
    await slack.do('/_control/channels', { id: 'C0000000777', name: 'secret', isPrivate: true, isMember: false });
    assert.equal((await refusal(web.chat.postMessage({ channel: 'C0000000777', text: 'x' }))).error, 'channel_not_found');
  });

  test('channels and people are looked up', async () => {
    await slack.do('/_control/users', { id: 'U0000000005', name: 'mori', workspace: slack.app.workspace, isOwner: true });
    assert.equal((await web.users.info({ user: 'U0000000005' })).user.is_admin, true);
    assert.equal((await web.conversations.info({ channel })).channel.is_member, true);
    assert.ok((await web.conversations.list({ types: 'public_channel,private_channel' })).channels.some(one => one.id === channel));
    assert.ok((await web.users.conversations({})).channels.some(one => one.id === channel));
  });

  test('a picture goes up in three steps', async () => {
    const { ts } = await web.chat.postMessage({ channel, text: 'Root' });
    const done = await web.filesUploadV2({ channel_id: channel, thread_ts: ts, filename: 'chart.png', file: Buffer.from([1, 2, 3]), title: 'Chart' });
    const id = done.files[0].files[0].id;
    assert.equal((await web.files.info({ file: id })).file.mimetype, 'image/png');
    assert.equal((await web.conversations.replies({ channel, ts })).messages.length, 2);
  });
});
