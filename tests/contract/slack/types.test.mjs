// What the bot sends has the types that Slack publishes, and the emulator takes it.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BotFolder, briefings, skip as noBot } from '../support/bot.mjs';
import { skip as noEmulator } from '../support/emulator.mjs';
import { complaints } from '../support/typescript.mjs';
import { client, startSlack } from './slack.mjs';

const imports = `import type { ChatPostMessageArguments } from '@slack/web-api';
import type { KnownBlock } from '@slack/types';
import type { RespondArguments } from '@slack/bolt';`;

/** Blocks that Slack has and its published types do not have yet. */
const untyped = new Set(['data_visualization']);

const commands = [
  '/help', '/funding', '/funding xai', '/funding nobody-of-that-name', '/outlook', '/outlook short', '/outlook medium', '/outlook long',
  '/sources', '/sources 8', '/no-such-command',
];

/** Calls and their blocks as values with types. */
const typed = (type, value, about) => [
  { type, value, about },
  ...value.blocks ? [{ type: 'KnownBlock[]', value: value.blocks.filter(block => !untyped.has(block.type)), about }] : [],
];

describe('what the bot sends', { skip: noBot }, () => {
  let folder;
  const calls = new Map();

  before(async () => {
    folder = new BotFolder();
    for (const file of briefings()) {
      const { code, out, err } = await folder.run('render', file, '--platform', 'slack');
      calls.set(basename(file), { code, err, calls: code === 0 ? out.split('\n').filter(Boolean).map(line => JSON.parse(line)) : [] });
    }
  });
  after(() => folder?.delete());

  /** Exit code 2 is wrong usage: this bot has no such output. */
  const skipped = (context, code, verb) => code === 2 && (context.skip(`the bot has no ${verb} for Slack`), true);

  test('every briefing is chat.postMessage with published types', context => {
    for (const [file, rendered] of calls) {
      if (skipped(context, rendered.code, 'render')) {
        return;
      }

      assert.equal(rendered.code, 0, `${file}: ${rendered.err}`);
      assert.ok(rendered.calls.length > 1, `${file} is one message`);
      assert.ok(rendered.calls.every(call => call.method === 'chat.postMessage'));
    }

    const values = [...calls].flatMap(([file, rendered]) => rendered.calls.flatMap((call, number) => typed('ChatPostMessageArguments', call.args, `${file} ${number}`)));
    assert.equal(complaints('slack-render', imports, values), '');
  });

  test('the emulator takes every briefing as one thread', { skip: noEmulator }, async context => {
    const slack = await startSlack();
    context.after(() => slack.stop());
    const web = client(slack);
    for (const [file, rendered] of calls) {
      if (skipped(context, rendered.code, 'render')) {
        return;
      }

      let root;
      for (const { args } of rendered.calls) {
        const answer = await web.chat.postMessage({ ...args, channel: slack.app.channel, ...args.thread_ts && { thread_ts: root } })
          .catch(error => assert.fail(`${file}: ${JSON.stringify(error.data ?? error.message)}`));
        assert.equal(answer.message.thread_ts, args.thread_ts && root, file);
        root ??= answer.ts;
      }
    }
  });

  test('every reply has the type of an answer to a command', async context => {
    await folder.run('ingest', ...briefings());
    const values = [];
    for (const command of commands) {
      for (const locale of ['ja', 'en']) {
        const { code, out, err } = await folder.run('ask', command, '--platform', 'slack', '--locale', locale);
        if (skipped(context, code, 'ask')) {
          return;
        }

        assert.ok(out.length > 0, `${command}: ${err}`);
        values.push(...typed('RespondArguments', JSON.parse(out), `${command} ${locale}`));
      }
    }

    assert.equal(complaints('slack-ask', imports, values), '');
  });
});
