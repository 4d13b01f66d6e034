//! The SQLite database: its schema, its towns, and the questions asked of it.

use std::fs;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior};

use crate::config::DatabaseLocation;
use crate::towns::{self, Town};

/// In order; the database's `user_version` is the number of those that it has had.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_towns.sql"),
    include_str!("../migrations/0002_towns_by_region.sql"),
];

#[derive(Debug)]
pub struct DatabaseError(String);

impl std::fmt::Display for DatabaseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DatabaseError {}

impl From<rusqlite::Error> for DatabaseError {
    fn from(error: rusqlite::Error) -> Self {
        Self(format!("database: {error}"))
    }
}

#[derive(Clone)]
pub struct Database {
    connection: Arc<Mutex<Connection>>,
}

impl Database {
    /// Opens the database, making its file and directory if need be, and brings it up to date.
    pub fn open(location: &DatabaseLocation) -> Result<Self, DatabaseError> {
        let mut connection = match location {
            DatabaseLocation::Memory => Connection::open_in_memory()?,
            DatabaseLocation::File(path) => {
                let in_path = |error: &dyn std::fmt::Display| {
                    DatabaseError(format!("{}: {error}", path.display()))
                };
                if let Some(directory) = path.parent() {
                    fs::create_dir_all(directory).map_err(|error| in_path(&error))?;
                }
                Connection::open(path).map_err(|error| in_path(&error))?
            }
        };
        // While a new release starts, the one before it still has the file open.
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "temp_store", "memory")?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        migrate(&transaction)?;
        import(&transaction)?;
        transaction.commit()?;
        Ok(Self {
            connection: Arc::new(Mutex::new(connection)),
        })
    }

    /// The number of migrations that the database has had.
    pub fn version(&self) -> Result<u32, DatabaseError> {
        Ok(version(&self.lock())?)
    }

    /// All towns, by name.
    pub fn towns(&self) -> Result<Vec<Town>, DatabaseError> {
        let connection = self.lock();
        let mut statement = connection
            .prepare("SELECT id, name, region, latitude, longitude FROM towns ORDER BY name")?;
        let towns = statement.query_map([], town)?.collect::<Result<_, _>>()?;
        Ok(towns)
    }

    pub fn town(&self, id: u32) -> Result<Option<Town>, DatabaseError> {
        let sql = "SELECT id, name, region, latitude, longitude FROM towns WHERE id = ?1";
        Ok(self.lock().query_row(sql, [id], town).optional()?)
    }

    /// A statement that failed leaves the connection as it was, so a poisoned lock is no reason to stop.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

fn migrate(transaction: &Transaction) -> Result<(), DatabaseError> {
    let done = version(transaction)?;
    // A newer release has been here: its additions do not disturb this one.
    for (version, sql) in (1u32..)
        .zip(MIGRATIONS)
        .filter(|(version, _)| *version > done)
    {
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", version)?;
        log::info!("migrated the database to version {version}");
    }
    Ok(())
}

fn import(transaction: &Transaction) -> Result<(), DatabaseError> {
    let towns = towns::parse(towns::BUILT_IN)
        .map_err(|error| DatabaseError(format!("towns.csv:{}: {}", error.line, error.message)))?;
    transaction.execute("DELETE FROM towns", [])?;
    let mut insert = transaction.prepare(
        "INSERT INTO towns (id, name, region, latitude, longitude) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for town in &towns {
        insert.execute((
            town.id,
            &town.name,
            &town.region,
            town.latitude,
            town.longitude,
        ))?;
    }
    Ok(())
}

fn town(row: &Row) -> rusqlite::Result<Town> {
    Ok(Town {
        id: row.get(0)?,
        name: row.get(1)?,
        region: row.get(2)?,
        latitude: row.get(3)?,
        longitude: row.get(4)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_database_has_every_migration_and_every_town() {
        let database = Database::open(&DatabaseLocation::Memory).unwrap();
        assert_eq!(database.version().unwrap() as usize, MIGRATIONS.len());
        assert_eq!(database.towns().unwrap().len(), 291);
    }

    #[test]
    fn opening_it_again_changes_nothing() {
        let directory = std::env::temp_dir().join(format!("mapas-km-{}", std::process::id()));
        let location = DatabaseLocation::File(directory.join("made/on/the/way/towns.db"));
        let first = Database::open(&location).unwrap();
        // The first one is still open, as a release is while the next one starts.
        let second = Database::open(&location).unwrap();
        assert_eq!(first.towns().unwrap(), second.towns().unwrap());
        drop((first, second));
        fs::remove_dir_all(directory).unwrap();
    }
}
