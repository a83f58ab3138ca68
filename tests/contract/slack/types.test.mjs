// What the bot sends has the types that Slack publishes, and the emulator takes it.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

/** Commands and the languages in which they are asked. */
const commands = [
  ['/help', 'ja'], ['/help', 'en'], ['/funding', 'ja'], ['/funding xai', 'en'], ['/funding nobody-of-that-name', 'ja'], ['/outlook', 'en'],
  ['/outlook medium', 'ja'], ['/outlook long', 'en'], ['/sources', 'ja'], ['/sources 8', 'en'], ['/no-such-command', 'ja'],
  ['/funding top', 'ja'], ['/funding total', 'en'], ['/funding >=$100M', 'ja'], ['/company xai', 'ja'], ['/news', 'en'], ['/tech', 'ja'],
  ['/analysis', 'ja'], ['/insight', 'en'], ['/search AI', 'ja'], ['/new', 'ja'],
];

/** Slack's documented limits of a chart, while its types do not know it: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
function followsTheReference(block) {
  assert.deepEqual(Object.keys(block).sort(), ['chart', 'title', 'type']);
  assert.ok(block.title.length >= 1 && block.title.length <= 50, block.title);
  assert.ok(['bar', 'area', 'line'].includes(block.chart.type), block.chart.type);
  assert.deepEqual(Object.keys(block.chart).sort(), ['axis_config', 'series', 'type']);
  const { categories, x_label: across = '', y_label: up = '', ...rest } = block.chart.axis_config;
  assert.deepEqual(rest, {});
  assert.ok(across.length <= 50 && up.length <= 50);
  assert.ok(categories.length >= 1 && categories.length <= 20 && categories.every(name => name.length >= 1 && name.length <= 20));
  assert.equal(new Set(categories).size, categories.length);
  assert.ok(block.chart.series.length >= 1 && block.chart.series.length <= 6);
  assert.equal(new Set(block.chart.series.map(one => one.name)).size, block.chart.series.length);
  for (const series of block.chart.series) {
    assert.ok(series.name.length >= 1 && series.name.length <= 20, series.name);
    assert.deepEqual(series.data.map(point => point.label), categories);
    assert.ok(series.data.every(point => Number.isFinite(point.value)));
  }
}

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

  test('every briefing is chat.postMessage with published types', () => {
    for (const [file, rendered] of calls) {
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
      let root;
      for (const { args } of rendered.calls) {
        const answer = await web.chat.postMessage({ ...args, channel: slack.app.channel, ...args.thread_ts && { thread_ts: root } })
          .catch(error => assert.fail(`${file}: ${JSON.stringify(error.data ?? error.message)}`));
        assert.equal(answer.message.thread_ts, args.thread_ts && root, file);
        root ??= answer.ts;
      }
    }
  });

  test('a long list of rounds is a table with published types, and a chart follows the rules that have no types yet', async () => {
    const many = new BotFolder();
    try {
      const rows = Array.from({ length: 14 }, (_, at) => `| Mossfield ${at} | 港の道具 | ${at + 1}億ドル | Tidewater | 港の普及 | [1] |`);
      const file = join(many.path, '2026-01-06.md');
      writeFileSync(file, ['# ブリーフィング 2026年1月6日：港の一日', '', '港の話です。', '', '## 🚀 新興企業・スタートアップ動向', '',
        '| 企業名 | 概要 | 調達額/評価額 | 主要投資家 | 注目点 | 引用 |', '| --- | --- | --- | --- | --- | --- |', ...rows, '',
        '## 参考文献', '', '[1] Harbour News, "Rounds", https://news.example/1', ''].join('\n'));
      const post = await many.run('render', file, '--platform', 'slack');
      assert.equal(post.code, 0, post.err);
      const posts = post.out.split('\n').filter(Boolean).map(line => JSON.parse(line).args);
      const table = posts.flatMap(args => args.blocks ?? []).find(block => block.type === 'data_table');
      assert.ok(table, 'no table was sent');
      assert.equal(complaints('slack-table', imports, posts.flatMap((args, at) => typed('ChatPostMessageArguments', args, `post ${at}`))), '');
      assert.ok(table.caption.length > 0 && table.rows.length >= 2 && table.rows.length <= 201);
      assert.ok(table.rows.every(row => row.length === table.rows[0].length && row.length <= 20));
      assert.ok(table.rows[0].every(cell => cell.type !== 'rich_text'));

      assert.equal((await many.run('ingest', file)).code, 0);
      for (const question of ['/trend funding', '/trend company']) {
        const { code, out, err } = await many.runWith({ Slack__Charts: 'true' }, 'ask', question, '--platform', 'slack', '--locale', 'ja');
        assert.equal(code, 0, `${question}: ${err}`);
        const drawn = JSON.parse(out).blocks.filter(block => block.type === 'data_visualization');
        assert.ok(drawn.length <= 2);
        drawn.forEach(followsTheReference);
        assert.ok(question !== '/trend funding' || drawn.length > 0, 'no chart was drawn');
      }
    } finally {
      many.delete();
    }
  });

  test('blocks that are said to have no published type have none', () => {
    for (const type of untyped) {
      const known = complaints('slack-untyped', imports, [{ type: "KnownBlock['type']", value: type, about: type }]);
      assert.notEqual(known, '', `@slack/types has ${type} now: take it off the list`);
    }
  });

  test('every reply has the type of an answer to a command, and the emulator shows it', { skip: noEmulator }, async context => {
    const slack = await startSlack();
    context.after(() => slack.stop());
    await folder.run('ingest', ...briefings());
    const values = [];
    for (const [command, locale] of commands) {
      const { code, out, err } = await folder.run('ask', command, '--platform', 'slack', '--locale', locale);
      assert.notEqual(code, 2, `${command}: ${err}`);
      const reply = JSON.parse(out);
      values.push(...typed('RespondArguments', reply, `${command} ${locale}`));
      const typedIn = await slack.do('/_control/commands', { command: '/show' });
      const shown = await fetch(typedIn.responseUrl, { method: 'POST', body: JSON.stringify(reply), headers: { 'Content-Type': 'application/json' } });
      assert.equal(shown.status, 200, `${command}: ${await shown.text()}`);
    }

    assert.equal(complaints('slack-ask', imports, values), '');
  });
});
