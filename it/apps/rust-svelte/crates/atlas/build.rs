//! Makes the rows of `data/mushrooms.csv` part of the program, and counts them.

use std::env;
use std::fs;
use std::path::PathBuf;

const DATA: &str = "../../data/mushrooms.csv";

fn main() {
    println!("cargo::rerun-if-changed={DATA}");
    let text = fs::read_to_string(DATA).expect("data/mushrooms.csv");
    let rows: Vec<Vec<&str>> = text
        .lines()
        .skip(1)
        .map(|l| l.split(';').collect())
        .collect();
    for row in &rows {
        assert_eq!(row.len(), 5, "five columns in {row:?}");
    }

    let into = PathBuf::from(env::var_os("OUT_DIR").expect("OUT_DIR")).join("rows.rs");
    let source: String = rows.iter().map(|row| format!("    &{row:?},\n")).collect();
    fs::write(
        into,
        format!("pub const ROWS: &[&[&str]] = &[\n{source}];\n"),
    )
    .expect("rows.rs");
    println!("cargo::rustc-env=ATLAS_RECORDS={}", rows.len());
}
