// A discord.js client on the emulator.
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { token, within } from './emulator.mjs';

export async function login(emulator, intents = [GatewayIntentBits.Guilds]) {
  const client = new Client({ intents, rest: { api: emulator.api, version: '10' } });
  client.on(Events.Error, error => console.error(error));
  const ready = new Promise(resolve => client.once(Events.ClientReady, resolve));
  await within(client.login(token), 'the login');
  await within(ready, 'READY and the guilds');
  return client;
}

export const happens = (emitter, event) => within(new Promise(resolve => emitter.once(event, resolve)), event);
