//! What the server answers.

use std::time::{Duration, SystemTime};

use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tower_http::cors::CorsLayer;

use crate::config::Config;
use crate::database::{Database, DatabaseError};
use crate::distance::{Position, kilometres};
use crate::towns::Town;

pub fn router(database: Database, config: &Config) -> Router {
    let mut router = Router::new()
        .route("/health", get(health))
        .route("/api/v1/towns/selection", get(selection))
        .route("/api/v1/towns/{id}", get(town))
        .route("/api/v1/distance", post(distance));
    if config.debug {
        router = router.route("/api/v1/debug/sleep", get(sleep));
    }
    router
        .fallback(no_such_route)
        .method_not_allowed_fallback(no_such_method)
        .layer(cors(config.frontend_origin.as_ref()))
        .with_state(database)
}

fn cors(frontend_origin: Option<&HeaderValue>) -> CorsLayer {
    match frontend_origin {
        Some(origin) => CorsLayer::new()
            .allow_origin(origin.clone())
            .allow_methods([Method::GET, Method::POST])
            .allow_headers([header::CONTENT_TYPE]),
        None => CorsLayer::new(),
    }
}

#[derive(Serialize)]
struct Health {
    service: &'static str,
    status: &'static str,
    version: &'static str,
    timestamp: String,
}

async fn health(State(database): State<Database>) -> Response {
    let (code, status) = match ask(database, |database| database.version()).await {
        Ok(_) => (StatusCode::OK, "ok"),
        Err(error) => {
            log::error!("{error}");
            (StatusCode::SERVICE_UNAVAILABLE, "database unavailable")
        }
    };
    let body = Health {
        service: env!("CARGO_PKG_NAME"),
        status,
        version: env!("CARGO_PKG_VERSION"),
        timestamp: humantime::format_rfc3339_seconds(SystemTime::now()).to_string(),
    };
    (code, Json(body)).into_response()
}

/// What a drop-down needs to know of a town.
#[derive(Serialize)]
struct Choice {
    id: u32,
    name: String,
    region: String,
}

async fn selection(State(database): State<Database>) -> Result<Json<Vec<Choice>>, ApiError> {
    let towns = ask(database, |database| database.towns()).await?;
    Ok(Json(
        towns
            .into_iter()
            .map(
                |Town {
                     id, name, region, ..
                 }| Choice { id, name, region },
            )
            .collect(),
    ))
}

async fn town(
    State(database): State<Database>,
    id: Result<Path<u32>, PathRejection>,
) -> Result<Json<Town>, ApiError> {
    let Path(id) = id?;
    Ok(Json(find(database, id).await?))
}

#[derive(Deserialize)]
struct Journey {
    from: u32,
    to: u32,
}

#[derive(Serialize)]
struct Distance {
    from: String,
    to: String,
    kilometres: f64,
}

async fn distance(
    State(database): State<Database>,
    journey: Result<Json<Journey>, JsonRejection>,
) -> Result<Json<Distance>, ApiError> {
    let Json(journey) = journey?;
    let from = find(database.clone(), journey.from).await?;
    let to = find(database, journey.to).await?;
    let kilometres = kilometres(position(&from), position(&to));
    Ok(Json(Distance {
        from: from.name,
        to: to.name,
        kilometres,
    }))
}

#[derive(Deserialize)]
struct Nap {
    ms: u64,
}

/// Answers late, to see what a proxy in front does meanwhile.
async fn sleep(
    nap: Result<Query<Nap>, QueryRejection>,
) -> Result<Json<serde_json::Value>, ApiError> {
    let Query(nap) = nap?;
    if nap.ms > 60_000 {
        return Err(ApiError::new(StatusCode::BAD_REQUEST, "ms: at most 60000"));
    }
    tokio::time::sleep(Duration::from_millis(nap.ms)).await;
    Ok(Json(json!({ "slept_ms": nap.ms })))
}

async fn no_such_route() -> ApiError {
    ApiError::new(StatusCode::NOT_FOUND, "no such route")
}

async fn no_such_method() -> ApiError {
    ApiError::new(StatusCode::METHOD_NOT_ALLOWED, "not with this method")
}

fn position(town: &Town) -> Position {
    Position {
        latitude: town.latitude,
        longitude: town.longitude,
    }
}

async fn find(database: Database, id: u32) -> Result<Town, ApiError> {
    ask(database, move |database| database.town(id))
        .await?
        .ok_or_else(|| ApiError::new(StatusCode::NOT_FOUND, format!("no town has the id {id}")))
}

/// SQLite blocks, so it is asked on a thread where that harms nobody.
async fn ask<T: Send + 'static>(
    database: Database,
    question: impl FnOnce(&Database) -> Result<T, DatabaseError> + Send + 'static,
) -> Result<T, ApiError> {
    let answer = tokio::task::spawn_blocking(move || question(&database)).await;
    Ok(answer
        .map_err(|panic| ApiError::new(StatusCode::INTERNAL_SERVER_ERROR, panic.to_string()))??)
}

struct ApiError {
    code: StatusCode,
    message: String,
}

impl ApiError {
    fn new(code: StatusCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let message = if self.code.is_server_error() {
            log::error!("{self}");
            "the server failed".to_string()
        } else {
            self.message
        };
        (self.code, Json(json!({ "error": message }))).into_response()
    }
}

impl From<DatabaseError> for ApiError {
    fn from(error: DatabaseError) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
    }
}

macro_rules! from_rejection {
    ($($rejection:ty),*) => {$(
        impl From<$rejection> for ApiError {
            fn from(rejection: $rejection) -> Self {
                Self::new(rejection.status(), rejection.body_text())
            }
        }
    )*};
}

from_rejection!(JsonRejection, PathRejection, QueryRejection);

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use serde_json::Value;
    use tower::ServiceExt;

    use super::*;
    use crate::config::DatabaseLocation;

    async fn answer(debug: bool, request: Request<Body>) -> (StatusCode, Value) {
        let config = Config {
            host: "127.0.0.1".to_string(),
            port: 0,
            database: DatabaseLocation::Memory,
            frontend_origin: None,
            debug,
        };
        let database = Database::open(&config.database).unwrap();
        let response = router(database, &config).oneshot(request).await.unwrap();
        let code = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (code, serde_json::from_slice(&body).unwrap())
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
    async fn health_names_the_service_and_its_version() {
        let (code, body) = answer(false, get("/health")).await;
        assert_eq!(code, StatusCode::OK);
        assert_eq!(body["service"], "mapas-km-backend");
        assert_eq!(body["status"], "ok");
        assert_eq!(body["version"], env!("CARGO_PKG_VERSION"));
        assert!(body["timestamp"].as_str().unwrap().ends_with('Z'));
    }

    #[tokio::test]
    async fn the_selection_lists_every_town_by_name() {
        let (code, body) = answer(false, get("/api/v1/towns/selection")).await;
        let names: Vec<&str> = body
            .as_array()
            .unwrap()
            .iter()
            .map(|town| town["name"].as_str().unwrap())
            .collect();
        assert_eq!(code, StatusCode::OK);
        assert_eq!(names.len(), 291);
        assert!(names.is_sorted());
    }

    #[tokio::test]
    async fn a_journey_has_a_length() {
        let (code, body) = answer(
            false,
            post("/api/v1/distance", json!({ "from": 1, "to": 2 })),
        )
        .await;
        assert_eq!(code, StatusCode::OK);
        assert!(body["kilometres"].as_f64().unwrap() > 0.0);
    }

    #[tokio::test]
    async fn what_is_not_there_is_said_in_json() {
        assert_eq!(
            answer(false, get("/api/v1/towns/4711")).await.0,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            answer(false, get("/api/missing")).await.0,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            answer(false, get("/api/v1/towns/x")).await.0,
            StatusCode::BAD_REQUEST
        );
        let (code, body) = answer(false, post("/api/v1/distance", json!({ "from": 1 }))).await;
        assert_eq!(code, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(body["error"].as_str().unwrap().contains("`to`"), "{body}");
    }

    #[tokio::test]
    async fn sleeping_has_to_be_switched_on() {
        assert_eq!(
            answer(false, get("/api/v1/debug/sleep?ms=1")).await.0,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            answer(true, get("/api/v1/debug/sleep?ms=1")).await.0,
            StatusCode::OK
        );
    }
}
