mod api;
mod database;

use std::env;
use std::error::Error;

use database::Database;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let host = env::var("HOST").unwrap_or_else(|_| "0.0.0.0".to_string());
    let port = env::var("PORT").unwrap_or_else(|_| "3000".to_string());
    let port: u16 = port
        .parse()
        .map_err(|_| format!("PORT={port}: not a port"))?;
    let file = env::var("DATABASE_FILE").unwrap_or_else(|_| "app.db".to_string());

    let database = Database::open(&file)?;
    let listener = TcpListener::bind((host.as_str(), port)).await?;
    println!("listening on {}", listener.local_addr()?);
    axum::serve(listener, api::router(database))
        .with_graceful_shutdown(asked_to_stop()?)
        .await?;
    Ok(())
}

/// Ends when the process is told to stop; requests in flight are still answered.
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
