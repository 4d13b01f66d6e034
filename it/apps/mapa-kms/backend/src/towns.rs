//! The towns that are built into the server.

use std::collections::HashSet;

use serde::Serialize;

/// `id,name,region,latitude,longitude`; no field holds a comma.
pub const BUILT_IN: &str = include_str!("../data/towns.csv");

const HEADER: &str = "id,name,region,latitude,longitude";

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Town {
    pub id: u32,
    pub name: String,
    pub region: String,
    pub latitude: f64,
    pub longitude: f64,
}

#[derive(Debug, PartialEq)]
pub struct ParseError {
    pub line: usize,
    pub message: String,
}

pub fn parse(text: &str) -> Result<Vec<Town>, ParseError> {
    let mut lines = text.lines().enumerate();
    if lines.next().is_none_or(|(_, header)| header != HEADER) {
        return Err(ParseError {
            line: 1,
            message: format!("expected the header {HEADER}"),
        });
    }
    let mut ids = HashSet::new();
    lines
        .map(|(index, line)| {
            let town = parse_line(line);
            town.and_then(|town| match ids.insert(town.id) {
                true => Ok(town),
                false => Err(format!("id {} is taken", town.id)),
            })
            .map_err(|message| ParseError {
                line: index + 1,
                message,
            })
        })
        .collect()
}

fn parse_line(line: &str) -> Result<Town, String> {
    let fields: Vec<&str> = line.split(',').map(str::trim).collect();
    let [id, name, region, latitude, longitude] = fields[..] else {
        return Err(format!("expected 5 fields, found {}", fields.len()));
    };
    if name.is_empty() || region.is_empty() {
        return Err("a town needs a name and a region".to_string());
    }
    Ok(Town {
        id: id
            .parse()
            .map_err(|_| format!("id {id:?} is not a number"))?,
        name: name.to_string(),
        region: region.to_string(),
        latitude: degrees("latitude", latitude, 90.0)?,
        longitude: degrees("longitude", longitude, 180.0)?,
    })
}

fn degrees(what: &str, text: &str, limit: f64) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|value: &f64| value.abs() <= limit)
        .ok_or_else(|| format!("{what} {text:?} is not between -{limit} and {limit}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_291_towns_with_names_of_their_own() {
        let towns = parse(BUILT_IN).unwrap();
        let names: HashSet<_> = towns.iter().map(|town| &town.name).collect();
        assert_eq!(towns.len(), 291);
        assert_eq!(names.len(), 291);
    }

    #[test]
    fn an_error_names_the_line() {
        let error = |lines: &str| parse(&format!("{HEADER}\n{lines}")).unwrap_err();
        assert_eq!(error("1,Ulvela,Norte,45.0").line, 2);
        assert_eq!(
            error("1,Ulvela,Norte,95.0,-20").message,
            "latitude \"95.0\" is not between -90 and 90"
        );
        assert_eq!(
            error("1,Ulvela,Norte,45,-20\n1,Ormosa,Norte,45,-20").line,
            3
        );
        assert_eq!(parse("name;region").unwrap_err().line, 1);
    }
}
