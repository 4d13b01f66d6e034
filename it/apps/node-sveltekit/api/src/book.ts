import { DatabaseSync } from 'node:sqlite';

export interface Reading {
  station: string;
  celsius: number;
}

/** The readings, in a database that lasts as long as the process. */
export class Book {
  private readonly database = new DatabaseSync(':memory:');

  constructor() {
    this.database.exec('create table reading (station text not null, celsius real not null)');
    this.write({ station: 'Käsmark', celsius: -3.5 });
    this.write({ station: 'Änderhöhe', celsius: 11.25 });
    this.write({ station: 'Käsmark', celsius: 0.5 });
  }

  write(reading: Reading): void {
    this.database.prepare('insert into reading values (?, ?)').run(reading.station, reading.celsius);
  }

  of(station: string): Reading[] {
    return this.database.prepare('select * from reading where station = ?').all(station) as unknown as Reading[];
  }

  means(): Reading[] {
    return this.database
      .prepare('select station, avg(celsius) as celsius from reading group by station order by station')
      .all() as unknown as Reading[];
  }
}
