export interface Pier {
  name: string
  depth: number
}

export const piers: Pier[] = [
  { name: 'Wöllried', depth: 3 },
  { name: "Port de l'Île", depth: 5 },
]
