//! Seals letters.

mod seal;

use std::env;
use std::error::Error;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use seal::Sealer;
use serde::Deserialize;
use serde_json::{json, Value};
use tokio::signal::unix::{signal, SignalKind};

#[derive(Deserialize)]
struct Letter {
    letter: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let sealer = Arc::new(Sealer::new(env::var("SEAL_KEY").ok())?);
    let app = Router::new()
        .route("/health", get(async || Json(json!({ "status": "ok" }))))
        .route(
            "/api/library",
            get(async || Json(json!({ "library": openssl::version::version() }))),
        )
        .route("/api/digests", post(digest))
        .route("/api/seals", post(seal_letter))
        .with_state(sealer);

    let host = env::var("HOST").unwrap_or_else(|_| "0.0.0.0".to_string());
    let port: u16 = env::var("PORT")
        .ok()
        .and_then(|p| p.parse().ok())
        .unwrap_or(3200);
    let listener = tokio::net::TcpListener::bind((host.as_str(), port)).await?;
    println!("listening on {}", listener.local_addr()?);
    let mut terminate = signal(SignalKind::terminate())?;
    axum::serve(listener, app)
        .with_graceful_shutdown(async move {
            terminate.recv().await;
        })
        .await?;
    Ok(())
}

async fn digest(Json(letter): Json<Letter>) -> Json<Value> {
    Json(json!({ "digest": seal::digest(&letter.letter) }))
}

async fn seal_letter(
    State(sealer): State<Arc<Sealer>>,
    Json(letter): Json<Letter>,
) -> Result<(StatusCode, Json<Value>), StatusCode> {
    match sealer.seal(&letter.letter) {
        Ok(seal) => Ok((StatusCode::CREATED, Json(json!({ "seal": seal })))),
        Err(_) => Err(StatusCode::INTERNAL_SERVER_ERROR),
    }
}
