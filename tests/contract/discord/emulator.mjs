// The Discord emulator, as the tests here work it.
import { Emulator as Process, deadline, skip, within } from '../support/emulator.mjs';

export { deadline, skip, within };

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

export class Emulator {
  #process;

  static async start(...options) {
    const emulator = new Emulator();
    emulator.#process = await Process.start('discord', ...options);
    return emulator;
  }

  /** Base address of the API without a version, as discord.js takes it. */
  get api() {
    return new URL('/api', this.#process.address).href;
  }

  do(...order) {
    return this.#process.do(...order);
  }

  log(...range) {
    return this.#process.log(...range);
  }

  /** The first entry of the log that fits, now or later. */
  async until(fits, after = 0) {
    const end = Date.now() + deadline;
    while (Date.now() < end) {
      for (const entry of await this.log(after, 5)) {
        after = entry.sequence;
        if (fits(entry)) {
          return entry;
        }
      }
    }

    throw new Error('nothing fitting came into the log');
  }

  /** An interaction as its person sees it, once it is answered. */
  answered(interaction) {
    return this.do(`/_control/interactions/${interaction.id}?wait=60`);
  }

  stop() {
    return this.#process.stop();
  }
}
