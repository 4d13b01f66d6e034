//! The server.

use std::error::Error;

use mapas_km::api;
use mapas_km::config::Config;
use mapas_km::database::Database;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("info")).init();

    let config = Config::from_environment()?;
    let database = Database::open(&config.database)?;
    log::info!("{} at version {}", config.database, database.version()?);

    let listener = TcpListener::bind((config.host.as_str(), config.port)).await?;
    log::info!("listening on {}", listener.local_addr()?);
    axum::serve(listener, api::router(database, &config))
        .with_graceful_shutdown(asked_to_stop()?)
        .await?;
    log::info!("stopped");
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
        log::info!("stopping");
    })
}
