/** Every call to the back end goes through here, to this page's own origin. */
const BASE = '/api/v1';

export interface TownChoice {
  id: number;
  name: string;
  region: string;
}

export interface Town extends TownChoice {
  latitude: number;
  longitude: number;
}

export interface Distance {
  from: string;
  to: string;
  kilometres: number;
}

export const townChoices = (signal?: AbortSignal) => call<TownChoice[]>('/towns/selection', { signal });

export const town = (id: number, signal?: AbortSignal) => call<Town>(`/towns/${id}`, { signal });

export const distance = (from: number, to: number, signal?: AbortSignal) =>
  call<Distance>('/distance', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ from, to }),
    signal,
  });

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(BASE + path, init);
  if (!response.ok) {
    throw new Error(`${init.method ?? 'GET'} ${BASE + path}: ${response.status} ${response.statusText}`);
  }
  return response.json() as Promise<T>;
}
