import { Injectable } from '@nestjs/common';

export interface Lighthouse {
  id: number;
  name: string;
  /** What it shows at night, as charts say it. */
  signal: string;
  metres: number;
}

@Injectable()
export class LighthousesService {
  private readonly lighthouses: readonly Lighthouse[] = [
    { id: 1, name: 'Süderhöft', signal: 'Fl(2) W 15s', metres: 41 },
    { id: 2, name: 'Phare de l’Écueil', signal: 'Iso R 4s', metres: 28 },
    { id: 3, name: 'Farol da Assunção', signal: 'Oc WRG 6s', metres: 53 },
    { id: 4, name: 'Ytterøya', signal: 'Fl W 5s', metres: 19 },
  ];

  all(): readonly Lighthouse[] {
    return this.lighthouses;
  }

  find(id: number): Lighthouse | undefined {
    return this.lighthouses.find((l) => l.id === id);
  }
}
