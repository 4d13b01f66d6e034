//! The bells of a tower, by HTTP, with the standard library alone.
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

const BELLS: [(u32, &str, u32); 3] = [(1, "Große Gloriosa", 11450), (2, "Betglocke", 2400), (3, "Zügenglöckchen", 180)];

fn main() -> std::io::Result<()> {
    let tower = env::args().skip_while(|word| word != "--tower").nth(1).unwrap_or_default();
    let port = env::var("PORT").unwrap_or_else(|_| "8075".into());
    let host = env::var("HOST").unwrap_or_else(|_| "0.0.0.0".into());
    let listener = TcpListener::bind(format!("{host}:{port}"))?;
    eprintln!("bells: listening on {host}:{port}, in {}", env::current_dir()?.display());
    for stream in listener.incoming() {
        let (stream, tower) = (stream?, tower.clone());
        thread::spawn(move || answer(stream, &tower));
    }
    Ok(())
}

fn answer(mut stream: TcpStream, tower: &str) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let path = request.split(' ').nth(1).unwrap_or("/");
    let (status, body) = match path {
        "/health" => ("200 OK", "{\"status\":\"ok\"}".to_string()),
        "/api/tower" => ("200 OK", format!("{{\"tower\":\"{tower}\"}}")),
        "/api/bells" => ("200 OK", format!("[{}]", BELLS.iter().map(json).collect::<Vec<_>>().join(","))),
        other => match BELLS.iter().find(|bell| other == format!("/api/bells/{}", bell.0)) {
            Some(bell) => ("200 OK", json(bell)),
            None => ("404 Not Found", "{\"error\":\"no such bell\"}".to_string()),
        },
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

fn json((id, name, kilograms): &(u32, &str, u32)) -> String {
    format!("{{\"id\":{id},\"name\":\"{name}\",\"kilograms\":{kilograms}}}")
}
