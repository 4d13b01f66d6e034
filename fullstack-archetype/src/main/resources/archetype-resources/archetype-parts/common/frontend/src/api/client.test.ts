import { afterEach, expect, test, vi } from 'vitest';
import { greet, greetings } from './client';

afterEach(() => vi.unstubAllGlobals());

function backendAnswers(response: Response) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => response);
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

test('the back end is called at the page’s own origin', async () => {
  const fetch = backendAnswers(Response.json([{ id: 1, text: 'Hello' }]));

  expect(await greetings()).toEqual([{ id: 1, text: 'Hello' }]);
  expect(fetch.mock.calls[0][0]).toBe('/api/v1/greetings');
});

test('an answer that is not a success is an error', async () => {
  backendAnswers(new Response('', { status: 502, statusText: 'Bad Gateway' }));

  await expect(greet('Hello')).rejects.toThrow('POST /api/v1/greetings: 502 Bad Gateway');
});
