// The built bot, run for its output.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { within } from './emulator.mjs';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

const built = [
  process.env.BOT_PUBLISHED && join(process.env.BOT_PUBLISHED, 'Bot.dll'),
  ...['Debug', 'Release'].map(configuration => join(repository, `src/Bot/bin/${configuration}/net10.0/Bot.dll`)),
].find(path => path && existsSync(path));

/** Why nothing that needs the bot can run, or false. */
export const skip = built ? false : 'src/Bot is not built';

/** The bot's own sample, and every example beside the checkout that BOT_SHARED names. */
export function briefings() {
  const shared = process.env.BOT_SHARED && join(process.env.BOT_SHARED, 'briefings');
  const dated = folder => existsSync(folder) ? readdirSync(folder).filter(name => /^\d{4}-\d\d-\d\d\.md$/.test(name)).map(name => join(folder, name)) : [];
  return [join(repository, 'src/Bot/Sample/sample-briefing.md'), ...shared ? [...dated(shared), ...dated(join(shared, 'dev'))] : []];
}

/** A folder of its own for the bot's data, and what the verbs print in it. */
export class BotFolder {
  path = mkdtempSync(join(tmpdir(), 'bot-contract-'));

  /** @returns exit code and both outputs. */
  run(...args) {
    return this.runWith({}, ...args);
  }

  /** @param settings environment variables beside this process's. */
  runWith(settings, ...args) {
    const child = spawn('dotnet', [built, ...args], { cwd: this.path, env: { ...process.env, BOT_PUBLISHED: undefined, ...settings } });
    const [out, err] = [child.stdout, child.stderr].map(stream => {
      const chunks = [];
      stream.on('data', chunk => chunks.push(chunk));
      return () => Buffer.concat(chunks).toString('utf8');
    });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', code => resolve({ code, out: out(), err: err() }));
    });
  }

  /** Starts the service on a free port of this machine. @returns its address, and what stops it. */
  async serve(settings = {}) {
    const child = spawn('dotnet', [built, 'serve'], {
      cwd: this.path, env: { ...process.env, BOT_PUBLISHED: undefined, Web__Url: 'http://127.0.0.1:0', ...settings }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    const gone = new Promise(resolve => child.once('exit', resolve));
    const lines = [];
    const address = await within(new Promise((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', line => {
          lines.push(line);
          const found = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(line);
          if (found) {
            resolve(found[0]);
          }
        });
      }

      gone.then(code => reject(new Error(`the bot ended with ${code}: ${lines.join('\n')}`)));
    }), 'the bot to listen');
    return {
      address,
      async stop() {
        child.kill('SIGTERM');
        await within(gone, 'the bot to end');
      },
    };
  }

  delete() {
    rmSync(this.path, { recursive: true, force: true });
  }
}
