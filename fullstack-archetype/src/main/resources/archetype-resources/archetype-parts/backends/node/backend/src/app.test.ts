import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildApp } from './app.ts';
import { openDatabase } from './database.ts';

const newApp = () => buildApp(openDatabase(':memory:'));

test('health says that the database answers', async () => {
  const answer = await newApp().inject('/health');
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(answer.json(), { status: 'ok' });
});

test('a greeting that was sent is in the list', async () => {
  const app = newApp();
  const sent = await app.inject({
    method: 'POST',
    url: '/api/v1/greetings',
    payload: { text: 'Bom dia' },
  });
  assert.equal(sent.statusCode, 201);
  const list = await app.inject('/api/v1/greetings');
  assert.deepEqual(list.json().at(-1), sent.json());
});

test('an empty greeting is refused', async () => {
  const answer = await newApp().inject({
    method: 'POST',
    url: '/api/v1/greetings',
    payload: { text: '' },
  });
  assert.equal(answer.statusCode, 400);
});
