fn main() {
    let database = rusqlite::Connection::open_in_memory().unwrap();
    let version: String = database
        .query_row("select sqlite_version()", [], |row| row.get(0))
        .unwrap();
    println!("shown: a binary for glibc, SQLite {version} compiled in");
}
