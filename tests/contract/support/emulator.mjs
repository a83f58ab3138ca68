// An emulator as a process of its own, and what a test tells it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** How long a test waits for a signal, in milliseconds; the machine may be busy. */
export const deadline = 60_000;

const built = [process.env.BOT_EMULATORS, ...['Debug', 'Release'].map(configuration =>
  fileURLToPath(new URL(`../../Bot.Emulators/bin/${configuration}/net10.0/Bot.Emulators.dll`, import.meta.url)))]
  .find(path => path && existsSync(path));

/** Why nothing that needs an emulator can run, or false. */
export const skip = built ? false : 'tests/Bot.Emulators is not built';

export class Emulator {
  #child;

  /** @param kind `slack` or `discord`. */
  static async start(kind, ...options) {
    const emulator = new Emulator();
    const child = emulator.#child = spawn('dotnet', [built, kind, '--port', '0', '--control', '0', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    const first = await within(new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', resolve);
      child.once('exit', code => reject(new Error(`the emulator ended with ${code}`)));
    }), 'the emulator to start');
    [, emulator.address, , emulator.control] = first.split(' ');
    return emulator;
  }

  /** Calls a control route; returns its JSON. */
  async do(path, body, method = body === undefined ? 'GET' : 'POST') {
    const response = await fetch(new URL(path, this.control), {
      method, body: body === undefined ? undefined : JSON.stringify(body), headers: { 'Content-Type': 'application/json' },
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }

    return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
  }

  /** Everything in the log after an entry. */
  async log(after = 0, wait = 0) {
    const response = await fetch(new URL(`/_log?after=${after}&wait=${wait}`, this.control));
    return (await response.text()).split('\n').filter(Boolean).map(line => JSON.parse(line));
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

  async stop() {
    const gone = new Promise(resolve => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    await within(gone, 'the emulator to end');
  }
}

/** The promise, or an error when it takes too long. */
export async function within(promise, what) {
  let timer;
  try {
    return await Promise.race([promise, new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), deadline);
    })]);
  } finally {
    clearTimeout(timer);
  }
}
