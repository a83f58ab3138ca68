// What the bot sends has the types that discord-api-types publishes, and the emulator takes it.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { REST } from '@discordjs/rest';
import { MessageFlags } from 'discord-api-types/v10';
import { BotFolder, briefings, skip as noBot } from '../support/bot.mjs';
import { complaints } from '../support/typescript.mjs';
import { skip as noEmulator } from '../support/emulator.mjs';
import { ids, startDiscord, token } from './discord.mjs';

const imports = `import type {
  APIInteractionResponseCallbackData, RESTPostAPIChannelMessageJSONBody, RESTPostAPIChannelMessagesThreadsJSONBody,
} from 'discord-api-types/v10';`;

const commands = [
  '/help', '/funding', '/funding xai', '/funding nobody-of-that-name', '/outlook', '/outlook short', '/outlook medium', '/outlook long',
  '/sources', '/sources 8', '/no-such-command', '/funding top', '/funding total', '/funding >=$100M', '/company xai', '/news', '/tech', '/analysis',
  '/insight', '/search AI', '/new',
];

/** Placeholders of the calls that the bot prints. */
const placeholder = { channel: '100000000000000001', root: '100000000000000002' };

const isV2 = MessageFlags.IsComponentsV2;
const knownFlags = Object.values(MessageFlags).filter(Number.isInteger).reduce((all, flag) => all | flag, 0);

/** The compiler takes a literal of several flags for none of them, so they are judged here and it sees one. */
function withOneFlag(value, about) {
  if (value.flags === undefined) {
    return value;
  }

  assert.equal(value.flags & ~knownFlags, 0, about);
  return { ...value, flags: value.flags & isV2 ? isV2 : value.flags };
}

const typeOf = path => path.endsWith('/threads') ? 'RESTPostAPIChannelMessagesThreadsJSONBody' : 'RESTPostAPIChannelMessageJSONBody';

const lines = text => text.split('\n').filter(Boolean).map(line => JSON.parse(line));

describe('what the bot sends to Discord', { skip: noBot }, () => {
  let folder;
  const calls = new Map();

  before(async () => {
    folder = new BotFolder();
    for (const file of briefings()) {
      const { code, out, err } = await folder.run('render', file, '--platform', 'discord');
      calls.set(basename(file), { code, err, calls: code === 0 ? lines(out) : [] });
    }
  });
  after(() => folder?.delete());

  /** Exit code 2 is wrong usage: this bot has no such output. */
  const skipped = (context, code, verb) => code === 2 && (context.skip(`the bot has no ${verb} for Discord`), true);

  test('every briefing is a message, its thread, and a message for each section', context => {
    for (const [file, rendered] of calls) {
      if (skipped(context, rendered.code, 'render')) {
        return;
      }

      assert.equal(rendered.code, 0, `${file}: ${rendered.err}`);
      const paths = rendered.calls.map(call => `${call.method} ${call.path}`);
      assert.deepEqual(paths.slice(0, 2), [
        `POST /channels/${placeholder.channel}/messages`, `POST /channels/${placeholder.channel}/messages/${placeholder.root}/threads`,
      ], file);
      assert.ok(paths.length > 3 && paths.slice(2).every(path => path === `POST /channels/${placeholder.root}/messages`), file);
      for (const { path, body } of rendered.calls.filter(call => call.path.endsWith('/messages'))) {
        assert.deepEqual(body.allowed_mentions, { parse: [] }, `${file} ${path}`);
        assert.equal(body.enforce_nonce, true, `${file} ${path}`);
        // The root is content with a row of buttons: a push of components alone is empty.
        const isRoot = path.includes(placeholder.channel);
        assert.equal(body.flags & isV2, isRoot ? 0 : isV2, `${file} ${path}`);
        assert.equal(Boolean(body.content), isRoot, `${file} ${path}`);
      }
    }

    const values = [...calls].flatMap(([file, rendered]) => rendered.calls.map((call, number) =>
      ({ type: typeOf(call.path), value: withOneFlag(call.body, file), about: `${file} ${number}` })));
    assert.equal(complaints('discord-render', imports, values), '');
  });

  test('the emulator takes every briefing, and nobody is notified', { skip: noEmulator }, async context => {
    if ([...calls.values()].some(rendered => skipped(context, rendered.code, 'render'))) {
      return;
    }

    const emulator = await startDiscord();
    context.after(() => emulator.stop());
    await emulator.do('/_control/limits', { bucket: 'send', calls: null });
    // Samples of the same day have the same keys, and each is posted here.
    await emulator.do('/_control/rules', { nonceWindowSeconds: 0 });
    const rest = new REST({ api: emulator.api, version: '10', retries: 0 }).setToken(token);
    for (const [file, rendered] of calls) {
      let root;
      for (const { path, body } of rendered.calls) {
        const real = path.replace(placeholder.channel, ids.text).replaceAll(placeholder.root, root?.id);
        const answer = await rest.post(real, { body }).catch(error => assert.fail(`${file} ${path}: ${error.message}`));
        root ??= answer;
      }
    }

    assert.deepEqual((await emulator.log()).filter(entry => entry.pings), []);
  });

  test('every reply has the type of an answer to a command', async context => {
    await folder.run('ingest', ...briefings());
    const values = [];
    for (const command of commands) {
      for (const locale of ['ja', 'en']) {
        const { code, out, err } = await folder.run('ask', command, '--platform', 'discord', '--locale', locale);
        if (skipped(context, code, 'ask')) {
          return;
        }

        assert.ok(out.length > 0, `${command}: ${err}`);
        values.push(...lines(out).map(value => ({ type: 'APIInteractionResponseCallbackData', value: withOneFlag(value, command), about: `${command} ${locale}` })));
      }
    }

    assert.equal(complaints('discord-ask', imports, values), '');
  });
});
