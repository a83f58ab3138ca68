// The commands that the bot registers, in every language, by Discord's rules for them.
// https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { REST } from '@discordjs/rest';
import { Locale, Routes } from 'discord-api-types/v10';
import { BotFolder, skip as noBot } from '../support/bot.mjs';
import { skip as noEmulator } from '../support/emulator.mjs';
import { complaints } from '../support/typescript.mjs';
import { ids, startDiscord, token } from './discord.mjs';

const Chat = 1;
const naming = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const locales = new Set(Object.values(Locale));
const characters = text => [...text].length;

/** A command or option and all below it, with the path to each. */
const walk = (node, path = `/${node.name}`) => [{ node, path }, ...(node.options ?? []).flatMap(option => walk(option, `${path} ${option.name}`))];

/** A text in its default form and in each language that has its own. */
const texts = (node, member) => [node[member], ...Object.values(node[`${member}_localizations`] ?? {})].filter(text => text !== undefined);

/** What somebody sees whose client speaks a language. */
const seenIn = (node, locale) => node.name_localizations?.[locale] ?? node.name;

describe('the commands that the bot registers', { skip: noBot || noEmulator }, () => {
  let commands;
  let all;

  before(async () => {
    const emulator = await startDiscord();
    const folder = new BotFolder();
    try {
      const { code, err } = await folder.runWith(
        { Discord__Token: token, Discord__ApplicationId: ids.application, Discord__ApiBaseUrl: `${emulator.api}/v10/` }, 'discord', 'register');
      assert.equal(code, 0, err);
      const rest = new REST({ api: emulator.api, version: '10', retries: 0 }).setToken(token);
      commands = (await rest.get(Routes.applicationCommands(ids.application), { query: new URLSearchParams({ with_localizations: 'true' }) }))
        .filter(command => command.type === Chat);
      all = commands.flatMap(command => walk(command));
    } finally {
      folder.delete();
      await emulator.stop();
    }
  });

  test('are many, and most of them have Japanese names', () => {
    assert.ok(commands.length >= 15, `${commands.length} commands`);
    assert.ok(all.filter(({ node }) => node.name_localizations?.ja).length > all.length / 3);
  });

  test('have names of 1 to 32 allowed characters, lower case and composed, in every language', () => {
    for (const { node, path } of all) {
      for (const name of texts(node, 'name')) {
        assert.match(name, naming, path);
        assert.equal(name, name.toLowerCase(), path);
        assert.equal(name, name.normalize('NFC'), path);
      }
    }
  });

  test('have descriptions of 1 to 100 characters in every language', () => {
    for (const { node, path } of all) {
      for (const text of texts(node, 'description')) {
        assert.ok(text.trim() !== '' && characters(text) <= 100, `${path}: ${text}`);
      }
    }
  });

  test('name only languages that Discord has', () => {
    for (const { node, path } of all) {
      for (const locale of [...Object.keys(node.name_localizations ?? {}), ...Object.keys(node.description_localizations ?? {})]) {
        assert.ok(locales.has(locale), `${path}: ${locale}`);
      }
    }
  });

  test('have names of their own among their siblings, in every language that somebody may read them in', () => {
    for (const siblings of [commands, ...all.map(({ node }) => node.options ?? [])]) {
      for (const locale of locales) {
        const names = siblings.map(node => seenIn(node, locale));
        assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), [], locale);
      }

      // A name in one language is not another command's in the default: somebody may type either.
      const owners = siblings.flatMap(node => [...new Set(texts(node, 'name'))]);
      assert.deepEqual(owners.filter((name, at) => owners.indexOf(name) !== at), []);
    }
  });

  test('have at most 25 options and choices, required ones first, and 8,000 characters in all', () => {
    for (const { node, path } of all) {
      assert.ok((node.options ?? []).length <= 25, path);
      const required = (node.options ?? []).map(option => option.required ?? false);
      assert.deepEqual(required, [...required].sort((one, other) => Number(other) - Number(one)), path);
      assert.ok((node.choices ?? []).length <= 25, path);
      assert.ok(!(node.autocomplete && node.choices?.length), path);
      for (const choice of node.choices ?? []) {
        assert.ok(texts(choice, 'name').every(name => characters(name) >= 1 && characters(name) <= 100), `${path} ${choice.value}`);
        assert.ok(characters(String(choice.value)) <= 100, `${path} ${choice.value}`);
      }
    }

    const longest = (node, member) => Math.max(...texts(node, member).map(characters), 0);
    for (const command of commands) {
      const sum = walk(command).flatMap(({ node }) => [node, ...node.choices ?? []])
        .reduce((so, node) => so + longest(node, 'name') + longest(node, 'description') + characters(String(node.value ?? '')), 0);
      assert.ok(sum <= 8000, `/${command.name}: ${sum}`);
    }
  });

  test('have the published types', () => {
    const values = commands.map(command => ({ type: 'APIApplicationCommand', value: command, about: command.name }));
    assert.equal(complaints('discord-commands', "import type { APIApplicationCommand } from 'discord-api-types/v10';", values), '');
  });
});
