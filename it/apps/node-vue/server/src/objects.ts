export interface SkyObject {
  id: string;
  name: string;
  kind: 'star' | 'nebula' | 'galaxy';
  constellation: string;
  magnitude: number;
}

export const objects: readonly SkyObject[] = [
  { id: '1', name: 'Křídlo', kind: 'star', constellation: 'Labuť', magnitude: 2.4 },
  { id: '2', name: 'Dubhe', kind: 'star', constellation: 'Großer Bär', magnitude: 1.8 },
  { id: '3', name: 'Nébuleuse de l’Éventail', kind: 'nebula', constellation: 'Sagitario', magnitude: 6.9 },
  { id: '4', name: 'Vír', kind: 'galaxy', constellation: 'Honicí psi', magnitude: 8.4 },
];
