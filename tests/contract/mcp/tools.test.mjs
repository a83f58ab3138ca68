// The official client of the Model Context Protocol against the bot itself.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { BotFolder, briefings, skip } from '../support/bot.mjs';

const token = 'a-read-token-for-the-contract-1';

let folder, service, client;

before(async () => {
  if (skip) {
    return;
  }

  folder = new BotFolder();
  const { code, err } = await folder.run('ingest', briefings()[0], '--series', 'us-ai');
  assert.equal(code, 0, err);
  service = await folder.serve({ Web__Auth__ReadTokens__0: token });
  client = await connected(token);
});

after(async () => {
  await client?.close();
  await service?.stop();
  folder?.delete();
});

async function connected(bearer, language = 'en') {
  const made = new Client({ name: 'contract', version: '1.0.0' });
  await made.connect(new StreamableHTTPClientTransport(new URL('/mcp', service.address), {
    requestInit: { headers: { Authorization: `Bearer ${bearer}`, 'Accept-Language': language } },
  }));
  return made;
}

test('the reading commands are tools that only read, with typed arguments', { skip }, async () => {
  const { tools } = await client.listTools();
  const names = tools.map(tool => tool.name);
  for (const name of ['briefing', 'funding', 'outlook', 'company', 'news', 'search', 'sources', 'new']) {
    assert.ok(names.includes(name), name);
  }

  for (const tool of tools) {
    assert.equal(tool.annotations.readOnlyHint, true, tool.name);
    assert.equal(tool.annotations.destructiveHint, false, tool.name);
    assert.ok(tool.title && tool.description.length > 20, tool.name);
    assert.equal(tool.inputSchema.additionalProperties, false, tool.name);
    assert.equal(tool.outputSchema.type, 'object', tool.name);
    assert.match(tool.name, /^[A-Za-z0-9_.-]{1,128}$/);
  }

  const outlook = tools.find(tool => tool.name === 'outlook');
  assert.deepEqual(outlook.inputSchema.properties.horizon.enum, ['short', 'medium', 'long']);
  assert.equal(outlook.inputSchema.properties.skip.type, 'integer');
});

// listTools has told the client the schemas: it refuses structured content that does not fit.
test('an answer has its date and its sources, as data that fits its schema and as text', { skip }, async () => {
  await client.listTools();
  const answer = await client.callTool({ name: 'funding', arguments: {} });
  assert.ok(!answer.isError, JSON.stringify(answer));
  const data = answer.structuredContent;
  assert.match(data.date, /^\d{4}-\d\d-\d\d$/);
  assert.equal(data.series, 'us-ai');
  assert.ok(data.citations.length > 0 && data.citations.every(citation => Number.isInteger(citation.number)));
  assert.ok(data.citations.some(citation => citation.url?.startsWith('https://')));
  assert.equal(answer.content[0].text, data.text);
  assert.ok(data.text.includes(data.date), data.text);
});

test('every tool answers, or says what it needs', { skip }, async () => {
  const { tools } = await client.listTools();
  for (const { name } of tools) {
    const answer = await client.callTool({ name, arguments: {} });
    assert.ok(answer.content[0].text.length > 0, name);
  }
});

test('a list goes on where its page says', { skip }, async () => {
  const first = (await client.callTool({ name: 'search', arguments: { words: 'の' } })).structuredContent;
  assert.ok(first.next, 'the sample has more than a page of it');
  const second = (await client.callTool({ name: 'search', arguments: { words: 'の', skip: first.next.skip, asOf: first.next.asOf } })).structuredContent;
  const shown = answer => answer.blocks.filter(block => block.kind === 'card').map(block => block.text);
  assert.ok(shown(second).length > 0);
  assert.deepEqual(shown(second).filter(text => shown(first).includes(text)), []);
});

test('a mistake is a tool error that says what was meant', { skip }, async () => {
  const unknown = await client.callTool({ name: 'fundng', arguments: {} });
  assert.equal(unknown.isError, true);
  assert.match(unknown.content[0].text, /Did you mean funding/);
  const wrong = await client.callTool({ name: 'funding', arguments: { skip: -1 } });
  assert.equal(wrong.isError, true);
  assert.match(wrong.content[0].text, /whole number/);
  const strange = await client.callTool({ name: 'insight', arguments: { date: 'qqq' } });
  assert.equal(strange.isError, true);
  assert.match(strange.content[0].text, /qqq/);
});

test('it speaks the caller’s language, which an argument may name', { skip }, async () => {
  const japanese = await connected(token, 'ja');
  const [header, argument] = [
    await japanese.callTool({ name: 'fundng', arguments: {} }),
    await client.callTool({ name: 'fundng', arguments: { language: 'ja' } }),
  ];
  assert.match(header.content[0].text, /もしかして/);
  assert.equal(argument.content[0].text, header.content[0].text);
  await japanese.close();
});

test('without the token, or from a page of another site, nobody gets in', { skip }, async () => {
  await assert.rejects(connected('a-token-that-is-not-the-right-one'), /401|[Uu]nauthorized/);
  const response = await fetch(new URL('/mcp', service.address), {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, Origin: 'https://evil.example', 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
  });
  assert.equal(response.status, 403);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
});
