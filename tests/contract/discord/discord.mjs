// The Discord emulator, and a discord.js client on it.
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { Emulator, within } from '../support/emulator.mjs';

/** Ids that every emulator begins with. */
export const ids = {
  application: '1456000000000000001',
  guild: '1456000000000000002',
  text: '1456000000000000003',
  announcement: '1456000000000000004',
  forum: '1456000000000000005',
  forumTag: '1456000000000000006',
  owner: '1456000000000000009',
  reader: '1456000000000000010',
};

export const token = 'MTQ1NjAwMDAwMDAwMDAwMDAwMQ.emulated.token';

/** Starts an emulator; `api` is the API's address without a version, as discord.js takes it. */
export async function startDiscord(...options) {
  const emulator = await Emulator.start('discord', ...options);
  emulator.api = new URL('/api', emulator.address).href;
  return emulator;
}

/** An interaction as its person sees it, once it is answered. */
export const answered = (emulator, interaction) => emulator.do(`/_control/interactions/${interaction.id}?wait=60`);

export async function login(emulator, intents = [GatewayIntentBits.Guilds]) {
  const client = new Client({ intents, rest: { api: emulator.api, version: '10' } });
  client.on(Events.Error, error => console.error(error));
  const ready = new Promise(resolve => client.once(Events.ClientReady, resolve));
  await within(client.login(token), 'the login');
  await within(ready, 'READY and the guilds');
  return client;
}

export const happens = (emitter, event) => within(new Promise(resolve => emitter.once(event, resolve)), event);
