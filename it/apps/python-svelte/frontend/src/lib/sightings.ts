export interface Sighting {
  number: number;
  species: string;
  place: string;
  observer: string;
  count: number;
}

export async function sightings(species: string): Promise<Sighting[]> {
  const query = species ? `?species=${encodeURIComponent(species)}` : '';
  const response = await fetch(`/api/sightings${query}`);
  if (!response.ok) {
    throw new Error(`GET /api/sightings: ${response.status}`);
  }
  return response.json();
}
