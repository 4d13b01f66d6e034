//! What the server answers.

use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::database::{Database, Greeting};

pub fn router(database: Database) -> Router {
    Router::new()
        .route("/health", get(health))
        .route("/api/v1/greetings", get(greetings).post(greet))
        .fallback(async || ApiError(StatusCode::NOT_FOUND, "no such route".to_string()))
        .with_state(database)
}

#[derive(Serialize)]
struct Health {
    service: &'static str,
    status: &'static str,
    version: &'static str,
}

async fn health(State(database): State<Database>) -> Result<Json<Health>, ApiError> {
    ask(database, |database| database.ping()).await?;
    Ok(Json(Health {
        service: env!("CARGO_PKG_NAME"),
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
    }))
}

async fn greetings(State(database): State<Database>) -> Result<Json<Vec<Greeting>>, ApiError> {
    Ok(Json(ask(database, |database| database.greetings()).await?))
}

#[derive(Deserialize)]
struct NewGreeting {
    text: String,
}

async fn greet(
    State(database): State<Database>,
    body: Result<Json<NewGreeting>, JsonRejection>,
) -> Result<(StatusCode, Json<Greeting>), ApiError> {
    let Json(NewGreeting { text }) =
        body.map_err(|error| ApiError(error.status(), error.body_text()))?;
    if text.is_empty() || text.chars().count() > 200 {
        let message = "text: between 1 and 200 characters".to_string();
        return Err(ApiError(StatusCode::UNPROCESSABLE_ENTITY, message));
    }
    let greeting = ask(database, move |database| database.greet(&text)).await?;
    Ok((StatusCode::CREATED, Json(greeting)))
}

/// SQLite blocks, so it is asked on a thread where that harms nobody.
async fn ask<T: Send + 'static>(
    database: Database,
    question: impl FnOnce(&Database) -> rusqlite::Result<T> + Send + 'static,
) -> Result<T, ApiError> {
    let failed = |error: &dyn std::error::Error| {
        eprintln!("database: {error}");
        ApiError(
            StatusCode::INTERNAL_SERVER_ERROR,
            "the server failed".to_string(),
        )
    };
    tokio::task::spawn_blocking(move || question(&database))
        .await
        .map_err(|error| failed(&error))?
        .map_err(|error| failed(&error))
}

struct ApiError(StatusCode, String);

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, header};
    use serde_json::Value;
    use tower::ServiceExt;

    use super::*;

    async fn answer(router: &Router, request: Request<Body>) -> (StatusCode, Value) {
        let response = router.clone().oneshot(request).await.unwrap();
        let code = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (code, serde_json::from_slice(&body).unwrap())
    }

    fn new_router() -> Router {
        router(Database::open(":memory:").unwrap())
    }

    fn get(path: &str) -> Request<Body> {
        Request::get(path).body(Body::empty()).unwrap()
    }

    fn post(path: &str, body: Value) -> Request<Body> {
        Request::post(path)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()))
            .unwrap()
    }

    #[tokio::test]
    async fn health_says_that_the_database_answers() {
        let (code, body) = answer(&new_router(), get("/health")).await;
        assert_eq!((code, &body["status"]), (StatusCode::OK, &json!("ok")));
    }

    #[tokio::test]
    async fn a_greeting_that_was_sent_is_in_the_list() {
        let router = new_router();
        let hello = post("/api/v1/greetings", json!({ "text": "Bom dia" }));
        let (code, sent) = answer(&router, hello).await;
        assert_eq!(code, StatusCode::CREATED);
        let (_, list) = answer(&router, get("/api/v1/greetings")).await;
        assert_eq!(list.as_array().unwrap().last(), Some(&sent));
    }

    #[tokio::test]
    async fn an_empty_greeting_is_refused() {
        let nothing = post("/api/v1/greetings", json!({ "text": "" }));
        let (code, _) = answer(&new_router(), nothing).await;
        assert_eq!(code, StatusCode::UNPROCESSABLE_ENTITY);
    }

    #[tokio::test]
    async fn what_is_not_there_is_said_in_json() {
        let (code, body) = answer(&new_router(), get("/api/missing")).await;
        assert_eq!(code, StatusCode::NOT_FOUND);
        assert_eq!(body["error"], "no such route");
    }
}
