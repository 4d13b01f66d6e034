/** Every call to the back end goes through here, to this page's own origin. */
const BASE = '/api/v1';

export interface Greeting {
  id: number;
  text: string;
}

export const greetings = () => call<Greeting[]>('/greetings');

export const greet = (text: string) =>
  call<Greeting>('/greetings', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text }),
  });

async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(BASE + path, init);
  if (!response.ok) {
    throw new Error(`${init.method ?? 'GET'} ${BASE + path}: ${response.status} ${response.statusText}`);
  }
  return response.json() as Promise<T>;
}
