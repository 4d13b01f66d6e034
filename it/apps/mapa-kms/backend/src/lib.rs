//! Towns and the distances between them: everything that the server and the import tool share.

pub mod api;
pub mod config;
pub mod database;
pub mod distance;
pub mod towns;
