//! The SQLite database.

use std::error::Error;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, Row, TransactionBehavior};
use serde::Serialize;

/// In order; add a file for each change. The database's `user_version` is the number of those that it has had.
const MIGRATIONS: &[&str] = &[include_str!("../migrations/0001_greetings.sql")];

#[derive(Debug, PartialEq, Serialize)]
pub struct Greeting {
    pub id: i64,
    pub text: String,
}

#[derive(Clone)]
pub struct Database {
    connection: Arc<Mutex<Connection>>,
}

impl Database {
    /// Opens a file, making it if need be, or `:memory:`, and brings it up to date.
    pub fn open(file: &str) -> Result<Self, Box<dyn Error>> {
        let mut connection = Connection::open(file).map_err(|error| format!("{file}: {error}"))?;
        // While a new release starts, the one before it still has the file open.
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "temp_store", "memory")?;
        migrate(&mut connection)?;
        Ok(Self {
            connection: Arc::new(Mutex::new(connection)),
        })
    }

    /// Whether the database answers.
    pub fn ping(&self) -> rusqlite::Result<()> {
        self.lock().query_row("SELECT 1", [], |_| Ok(()))
    }

    pub fn greetings(&self) -> rusqlite::Result<Vec<Greeting>> {
        let connection = self.lock();
        let mut statement = connection.prepare("SELECT id, text FROM greetings ORDER BY id")?;
        statement.query_map([], greeting)?.collect()
    }

    pub fn greet(&self, text: &str) -> rusqlite::Result<Greeting> {
        let sql = "INSERT INTO greetings (text) VALUES (?1) RETURNING id, text";
        self.lock().query_row(sql, [text], greeting)
    }

    /// A statement that failed leaves the connection as it was, so a poisoned lock is no reason to stop.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done: u32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    // A newer release may have been here: its additions do not disturb this one.
    for (version, sql) in (1u32..)
        .zip(MIGRATIONS)
        .filter(|(version, _)| *version > done)
    {
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", version)?;
    }
    transaction.commit()
}

fn greeting(row: &Row) -> rusqlite::Result<Greeting> {
    Ok(Greeting {
        id: row.get(0)?,
        text: row.get(1)?,
    })
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::*;

    #[test]
    fn what_was_written_is_there_when_it_is_opened_again() {
        let directory = env::temp_dir().join(format!("backend-{}", process::id()));
        fs::create_dir_all(&directory).unwrap();
        let file = directory.join("app.db");
        let file = file.to_str().unwrap();

        let written = Database::open(file).unwrap().greet("Bom dia").unwrap();
        let greetings = Database::open(file).unwrap().greetings().unwrap();

        assert_eq!(greetings.last(), Some(&written));
        assert_eq!(greetings.len(), 4);
        fs::remove_dir_all(directory).unwrap();
    }
}
