export interface Gauge {
  id: number;
  place: string;
  river: string;
  centimetres: number;
  warning: number;
}

export async function gauges(): Promise<Gauge[]> {
  const response = await fetch('/api/gauges');
  if (!response.ok) {
    throw new Error(`GET /api/gauges: ${response.status}`);
  }
  return response.json();
}
