import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const MIGRATIONS = new URL('../migrations/', import.meta.url);

export interface Greeting {
  id: number;
  text: string;
}

export type Database = ReturnType<typeof openDatabase>;

/** Opens a SQLite database, making the file if need be, and brings it up to date. */
export function openDatabase(file: string) {
  // While a new release starts, the one before it still has the file open.
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec('PRAGMA journal_mode = wal; PRAGMA temp_store = memory');
  migrate(database);

  const ping = database.prepare('SELECT 1');
  const select = database.prepare('SELECT id, text FROM greetings ORDER BY id');
  const insert = database.prepare('INSERT INTO greetings (text) VALUES (?) RETURNING id, text');
  return {
    ping: () => void ping.get(),
    greetings: () => select.all() as unknown as Greeting[],
    greet: (text: string) => insert.get(text) as unknown as Greeting,
    close: () => database.close(),
  };
}

/** Runs what is new in `migrations`; the database's `user_version` is the number of those that it has had. */
function migrate(database: DatabaseSync) {
  database.exec('BEGIN IMMEDIATE');
  const { user_version: done } = database.prepare('PRAGMA user_version').get() as {
    user_version: number;
  };
  const migrations = readdirSync(MIGRATIONS).sort();
  for (const [index, name] of migrations.entries()) {
    if (index >= done) {
      database.exec(readFileSync(new URL(name, MIGRATIONS), 'utf8'));
      database.exec(`PRAGMA user_version = ${index + 1}`);
    }
  }
  database.exec('COMMIT');
}
