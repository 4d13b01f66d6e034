fn main() {
    let panicked = std::thread::spawn(|| Vec::<u8>::new()[1]).join().is_err();
    assert!(panicked, "a panic has to unwind its thread alone");
    let database = rusqlite::Connection::open_in_memory().unwrap();
    let version: String = database
        .query_row("select sqlite_version()", [], |row| row.get(0))
        .unwrap();
    println!("shown: static binary, SQLite {version} compiled in, a panic unwinds");
}
