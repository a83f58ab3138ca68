// The Slack emulator, and a web client on it.
import { LogLevel, WebClient } from '@slack/web-api';
import { Emulator } from '../support/emulator.mjs';

/** Starts an emulator; `app` holds ids, tokens and secrets that it begins with. */
export async function startSlack(...options) {
  const emulator = await Emulator.start('slack', ...options);
  emulator.app = await emulator.do('/_control/app');
  // A busy machine is no reason to fail.
  await emulator.do('/_control/patience', { acknowledgementSeconds: 60, triggerSeconds: 60 });
  return emulator;
}

/** @param options over the defaults: quiet, and without retries. */
export function client(emulator, token = emulator.app.botToken, options = {}) {
  return new WebClient(token, { slackApiUrl: emulator.app.apiUrl, logLevel: LogLevel.ERROR, logger: quiet, retryConfig: { retries: 0 }, ...options });
}

/** A logger that says nothing: refusals are what the tests are about. */
export const quiet = {
  debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => LogLevel.ERROR, setName() {},
};

/** The code of the platform error that a call ends with. */
export async function refusal(call) {
  try {
    await call;
  } catch (error) {
    return error.data ?? error;
  }

  throw new Error('nothing was refused');
}
