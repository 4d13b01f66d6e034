"""Keeps rows in SQLite, and tells what it finds around it."""
import fcntl
import os
import signal
import socket
import sqlite3
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

VERSION = open("/app/version").read().strip()


def write_row():
    """Adds a row, and leaves a trace when somebody else has the database at the same time."""
    lock = open("/data/lock", "w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        open("/data/overlap", "a").write(VERSION + "\n")
    with sqlite3.connect("/data/rows.db") as database:
        database.execute("create table if not exists rows (version text, host text)")
        database.execute("insert into rows values (?, ?)", (VERSION, socket.gethostname()))
    return lock


def rows():
    with sqlite3.connect("/data/rows.db") as database:
        found = database.execute("select version, host from rows order by rowid").fetchall()
    overlap = open("/data/overlap").read() if os.path.exists("/data/overlap") else ""
    return "\n".join(" ".join(row) for row in found) + "\n" + overlap


def asked(host, port, line):
    """Says a line to somebody else and returns the answer."""
    with socket.create_connection((host, int(port)), timeout=5) as other:
        other.sendall(line.encode() + b"\n")
        return other.recv(4096).decode()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.split("/")
        if self.path == "/healthz":
            answer = socket.gethostname()
        elif self.path == "/readyz":
            answer = "ready"
        elif path[1] == "rows":
            answer = rows()
        elif path[1] == "variable":
            answer = os.environb.get(path[2].encode(), b"(none)").hex()
        elif path[1] == "secret":
            answer = open("/run/secrets/" + path[2], "rb").read().hex()
        elif path[1] == "ask":
            answer = asked(path[2], path[3], path[4])
        else:
            answer = VERSION + " " + socket.gethostname()
        body = answer.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    if VERSION == "broken":
        sys.exit("cannot start")
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    held = write_row() if os.environ.get("DATABASE") else None
    ThreadingHTTPServer(("0.0.0.0", 8080), Handler).serve_forever()
