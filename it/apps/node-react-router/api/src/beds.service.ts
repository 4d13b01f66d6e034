import { Injectable } from '@nestjs/common';

export interface Beds {
  hut: string;
  beds: number;
}

@Injectable()
export class BedsService {
  private readonly free: Beds[] = [
    { hut: 'Hörnli', beds: 4 },
    { hut: "Cabane d'Orny", beds: 0 },
  ];

  all(): Beds[] {
    return this.free;
  }

  of(hut: string): Beds | undefined {
    return this.free.find((one) => one.hut === hut);
  }
}
