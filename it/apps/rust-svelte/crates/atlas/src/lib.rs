//! The mushrooms, in a database in memory.

use std::sync::Mutex;

use columns::Columns;
use rusqlite::{params, Connection, OptionalExtension};
use serde::Serialize;

include!(concat!(env!("OUT_DIR"), "/rows.rs"));

/// How many records are built in.
pub const RECORDS: &str = env!("ATLAS_RECORDS");

/// A mushroom and where it was found.
#[derive(Debug, Serialize, Columns)]
pub struct Mushroom {
    pub id: i64,
    pub name: String,
    pub place: String,
    pub found: String,
    pub edible: bool,
}

/// All mushrooms.
pub struct Atlas(Mutex<Connection>);

impl Atlas {
    /// Fills a new database with what is built in.
    pub fn open() -> rusqlite::Result<Self> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(
            "CREATE TABLE mushroom (id INTEGER PRIMARY KEY, name TEXT NOT NULL, place TEXT NOT NULL,
                                    found TEXT NOT NULL, edible INTEGER NOT NULL)",
        )?;
        for row in ROWS {
            connection.execute(
                "INSERT INTO mushroom VALUES (?1, ?2, ?3, ?4, ?5)",
                params![row[0], row[1], row[2], row[3], row[4]],
            )?;
        }
        Ok(Self(Mutex::new(connection)))
    }

    /// All of them by name, or those that can be eaten, or those that cannot.
    pub fn list(&self, edible: Option<bool>) -> rusqlite::Result<Vec<Mushroom>> {
        let connection = self.0.lock().expect("no holder panics");
        let query = format!(
            "SELECT {} FROM mushroom WHERE ?1 IS NULL OR edible = ?1 ORDER BY name",
            Mushroom::COLUMNS
        );
        let mut statement = connection.prepare_cached(&query)?;
        let rows = statement.query_map(params![edible], Mushroom::from_row)?;
        rows.collect()
    }

    /// One of them.
    pub fn find(&self, id: i64) -> rusqlite::Result<Option<Mushroom>> {
        let connection = self.0.lock().expect("no holder panics");
        let query = format!("SELECT {} FROM mushroom WHERE id = ?1", Mushroom::COLUMNS);
        connection
            .query_row(&query, params![id], Mushroom::from_row)
            .optional()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_eaten_is_left_out_when_hungry() {
        let edible = Atlas::open().unwrap().list(Some(true)).unwrap();
        assert_eq!(edible.len(), 3);
        assert!(edible.iter().all(|m| m.edible));
    }
}
