// Installing by Slack's own client.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { skip } from '../support/emulator.mjs';
import { client, refusal, startSlack } from './slack.mjs';

describe('OAuth', { skip }, () => {
  let slack, web, app;

  before(async () => {
    slack = await startSlack();
    app = slack.app;
    web = client(slack, null);
  });
  after(() => slack?.stop());

  const access = more => web.oauth.v2.access({ client_id: app.clientId, client_secret: app.clientSecret, ...more });
  const agree = (workspace = 'T0000000002', redirectUri) => slack.do('/_control/codes', { workspace, redirectUri });

  test('a code becomes a token that posts', async () => {
    const { code } = await agree('T0000000002', 'https://bot.example/slack/oauth');
    const installed = await access({ code, redirect_uri: 'https://bot.example/slack/oauth' });
    assert.deepEqual([installed.token_type, installed.team.id, installed.is_enterprise_install], ['bot', 'T0000000002', false]);
    const room = (await slack.do('/_control/channels', { workspace: 'T0000000002', name: 'two' })).id;
    assert.ok((await client(slack, installed.access_token).chat.postMessage({ channel: room, text: 'x' })).ts);
    assert.equal((await refusal(access({ code, redirect_uri: 'https://bot.example/slack/oauth' }))).error, 'invalid_code');
  });

  test('an expiring token is renewed with its refresh token, once', async () => {
    await slack.do('/_control/app', { tokenRotation: true });
    const first = await access({ code: (await agree()).code });
    assert.ok(first.expires_in > 0);
    const second = await access({ grant_type: 'refresh_token', refresh_token: first.refresh_token });
    assert.notEqual(second.access_token, first.access_token);
    assert.equal((await refusal(access({ grant_type: 'refresh_token', refresh_token: first.refresh_token }))).error, 'invalid_refresh_token');
    await slack.do('/_control/app', { tokenRotation: false });
  });

  test('a wrong secret and a wrong address are refused', async () => {
    assert.equal((await refusal(web.oauth.v2.access({ client_id: app.clientId, client_secret: 'guess', code: 'x' }))).error, 'bad_client_secret');
    const { code } = await agree('T0000000002', 'https://bot.example/slack/oauth');
    assert.equal((await refusal(access({ code, redirect_uri: 'https://elsewhere.example' }))).error, 'bad_redirect_uri');
  });

  test('uninstalling ends the token', async () => {
    const installed = await access({ code: (await agree('T0000000003')).code });
    const own = client(slack, installed.access_token);
    await own.apps.uninstall({ client_id: app.clientId, client_secret: app.clientSecret });
    assert.equal((await refusal(own.auth.test())).error, 'account_inactive');
  });
});
