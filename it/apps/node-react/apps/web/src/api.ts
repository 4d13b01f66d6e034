export interface Title {
  id: number;
  title: string;
  guests: number;
}

export interface Recipe extends Title {
  ingredients: { name: string; amount: number; unit: string }[];
}

export const titles = () => get<Title[]>('/api/recipes');

export const recipe = (id: number, guests: number) => get<Recipe>(`/api/recipes/${id}?guests=${guests}`);

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) {
    throw new Error(`GET ${path}: ${response.status}`);
  }
  return response.json() as Promise<T>;
}
