//! What the environment says.

use std::env;
use std::fmt;
use std::path::PathBuf;

use axum::http::HeaderValue;

pub struct Config {
    pub host: String,
    pub port: u16,
    pub database: DatabaseLocation,
    /// The only other origin whose pages may call this server.
    pub frontend_origin: Option<HeaderValue>,
    /// Adds the routes under `/api/v1/debug`.
    pub debug: bool,
}

impl Config {
    pub fn from_environment() -> Result<Self, String> {
        let port = env::var("PORT").unwrap_or_else(|_| "3000".to_string());
        let host = env::var("HOST").unwrap_or_else(|_| "0.0.0.0".to_string());
        let database =
            env::var("DATABASE_URL").unwrap_or_else(|_| "sqlite://data/mapa-kms.db".to_string());
        Ok(Self {
            host,
            port: port
                .parse()
                .map_err(|_| format!("PORT={port}: not a port"))?,
            database: DatabaseLocation::parse(&database)?,
            frontend_origin: env::var("FRONTEND_URL")
                .ok()
                .map(|url| origin(&url))
                .transpose()?,
            debug: env::var("MAPA_DEBUG").is_ok_and(|value| value == "1"),
        })
    }
}

/// `https://host:port`, as a browser sends it: without a slash at the end.
fn origin(url: &str) -> Result<HeaderValue, String> {
    HeaderValue::from_str(url.trim_end_matches('/'))
        .map_err(|error| format!("FRONTEND_URL: {error}"))
}

/// `sqlite:///absolute/file.db`, `sqlite://relative/file.db` or `sqlite::memory:`.
#[derive(Debug, PartialEq)]
pub enum DatabaseLocation {
    File(PathBuf),
    Memory,
}

impl DatabaseLocation {
    pub fn parse(url: &str) -> Result<Self, String> {
        let rest = url
            .strip_prefix("sqlite:")
            .ok_or_else(|| format!("DATABASE_URL={url}: only sqlite: is supported"))?;
        match rest.strip_prefix("//").unwrap_or(rest) {
            "" => Err(format!("DATABASE_URL={url}: names no file")),
            ":memory:" => Ok(Self::Memory),
            file => Ok(Self::File(file.into())),
        }
    }
}

impl fmt::Display for DatabaseLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Memory => f.write_str(":memory:"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_slashes_are_an_absolute_path_and_two_a_relative_one() {
        let parse = |url| DatabaseLocation::parse(url).unwrap();
        assert_eq!(
            parse("sqlite:///data/towns.db"),
            DatabaseLocation::File("/data/towns.db".into())
        );
        assert_eq!(
            parse("sqlite://data/towns.db"),
            DatabaseLocation::File("data/towns.db".into())
        );
        assert_eq!(parse("sqlite::memory:"), DatabaseLocation::Memory);
    }

    #[test]
    fn another_database_is_refused_by_name() {
        let error = DatabaseLocation::parse("postgres://localhost/towns").unwrap_err();
        assert!(error.contains("postgres://localhost/towns"), "{error}");
    }
}
