//! Checks a file of towns before it is built into the server, and says how many there are in each region.
//!
//! `cargo run --bin import-towns -- data/towns.csv`

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::{env, fs};

use mapas_km::towns;

fn main() -> ExitCode {
    let Some(path) = env::args().nth(1) else {
        eprintln!("usage: import-towns FILE.csv");
        return ExitCode::from(2);
    };
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let towns = match towns::parse(&text) {
        Ok(towns) => towns,
        Err(error) => {
            eprintln!("{path}:{}: {}", error.line, error.message);
            return ExitCode::FAILURE;
        }
    };
    let mut regions = BTreeMap::<&str, usize>::new();
    for town in &towns {
        *regions.entry(&town.region).or_default() += 1;
    }
    for (region, count) in regions {
        println!("{count:5}  {region}");
    }
    println!("{:5}  towns", towns.len());
    ExitCode::SUCCESS
}
