//! The API of the atlas.

use std::env;
use std::error::Error;
use std::sync::Arc;

use atlas::{Atlas, Mushroom};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{json, Value};
use tokio::net::TcpListener;
use tokio::signal::unix::{signal, SignalKind};

type Answer<T> = Result<Json<T>, Problem>;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let host = env::var("HOST").unwrap_or_else(|_| "0.0.0.0".into());
    let port = env::var("PORT").unwrap_or_else(|_| "3100".into());
    let app = Router::new()
        .route("/health", get(async || Json(json!({ "status": "ok" }))))
        .route("/api/version", get(version))
        .route("/api/mushrooms", get(list))
        .route("/api/mushrooms/{id}", get(one))
        .fallback(async || Problem(StatusCode::NOT_FOUND, "no such route".into()))
        .with_state(Arc::new(Atlas::open()?));

    let listener = TcpListener::bind(format!("{host}:{port}")).await?;
    println!("listening on {}", listener.local_addr()?);
    let mut terminate = signal(SignalKind::terminate())?;
    axum::serve(listener, app)
        .with_graceful_shutdown(async move {
            terminate.recv().await;
        })
        .await?;
    println!("stopped");
    Ok(())
}

async fn version() -> Json<Value> {
    let records: u32 = atlas::RECORDS.parse().unwrap_or(0);
    Json(json!({ "version": env!("CARGO_PKG_VERSION"), "records": records }))
}

#[derive(Deserialize)]
struct Filter {
    edible: Option<bool>,
}

async fn list(
    State(atlas): State<Arc<Atlas>>,
    Query(filter): Query<Filter>,
) -> Answer<Vec<Mushroom>> {
    Ok(Json(atlas.list(filter.edible)?))
}

async fn one(State(atlas): State<Arc<Atlas>>, Path(id): Path<i64>) -> Answer<Mushroom> {
    let found = atlas.find(id)?;
    found
        .map(Json)
        .ok_or_else(|| Problem(StatusCode::NOT_FOUND, "no such mushroom".into()))
}

struct Problem(StatusCode, String);

impl<E: Error> From<E> for Problem {
    fn from(error: E) -> Self {
        Problem(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}
