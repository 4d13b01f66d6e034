"""A back end that tells what reached it, and that talks: server-sent events and web sockets."""
import base64
import hashlib
import json
import os
import signal
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

VERSION = open("/version").read().strip()
MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
PATIENCE_SECONDS = 20
heard = {}
somebody_heard = threading.Condition()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        body = self.body()
        path = self.path.split("?")[0].split("/")
        if self.path == "/health":
            self.say(200, {"Content-Type": "text/plain"}, b"well")
        elif path[2] == "mirror":
            self.mirror(body)
        elif path[2] == "large":
            self.say(200, {"Content-Type": "text/html"}, b"x" * int(path[3]))
        elif path[2] == "moved":
            self.say(302, {"Location": "/api/mirror?from=moved"}, b"")
        elif path[2] == "moved-whole":
            place = self.headers["X-Forwarded-Proto"] + "://" + self.headers["X-Forwarded-Host"]
            self.say(301, {"Location": place + "/api/mirror"}, b"")
        elif path[2] == "status":
            self.say(int(path[3]), {"Content-Type": "application/json"}, b'{"error":"its own"}')
        elif path[2] == "variable":
            value = os.environb.get(path[3].encode(), b"(none)")
            self.say(200, {"Content-Type": "text/plain"}, value.hex().encode())
        elif path[2] == "kept":
            self.kept()
        elif path[2] == "events":
            self.events(path[3], int(path[4]))
        elif path[2] == "heard":
            self.hear(path[3], int(path[4]))
        elif path[2] == "echo":
            self.echo()
        else:
            self.say(404, {"Content-Type": "application/json"}, b'{"error":"no such thing"}')

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = answer

    def body(self):
        if self.headers.get("Transfer-Encoding", "") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def say(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        has_body = status not in (204, 304)
        if has_body:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if has_body and self.command != "HEAD":
            self.wfile.write(body)

    def mirror(self, body):
        seen = {
            "method": self.command,
            "path": self.path,
            "headers": [[name.lower(), value] for name, value in self.headers.items()],
            "length": len(body),
            "sha256": hashlib.sha256(body).hexdigest(),
        }
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Cache-Control", "private, max-age=7")
        self.send_header("Content-Security-Policy", "default-src 'none'")
        self.send_header("Set-Cookie", "a=1; HttpOnly")
        self.send_header("Set-Cookie", "b=2; SameSite=Lax")
        text = json.dumps(seen).encode()
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    def kept(self):
        """What a client has is not sent again: the back end's own ETag."""
        if self.headers.get("If-None-Match") == '"7"':
            self.say(304, {"ETag": '"7"'}, b"")
        else:
            self.say(200, {"ETag": '"7"', "Content-Type": "text/plain"}, b"seven")

    def events(self, listener, last):
        """The next event comes when somebody says that they heard the one before it."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Accel-Buffering", "no")
        self.send_header("Connection", "close")
        self.end_headers()
        for number in range(1, last + 1):
            self.wfile.write(b"data: %d\n\n" % number)
            with somebody_heard:
                if not somebody_heard.wait_for(lambda: heard.get(listener) == number, PATIENCE_SECONDS):
                    self.wfile.write(b"data: nobody heard it\n\n")
                    break
        self.close_connection = True

    def hear(self, listener, number):
        with somebody_heard:
            heard[listener] = number
            somebody_heard.notify_all()
        self.say(204, {}, b"")

    def echo(self):
        accept = base64.b64encode(hashlib.sha1((self.headers["Sec-WebSocket-Key"] + MAGIC).encode()).digest())
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", accept.decode())
        self.end_headers()
        while head := self.rfile.read(2):
            if head[0] & 15 == 8:
                break
            mask = self.rfile.read(4)
            text = self.rfile.read(head[1] & 127)
            text = bytes(b ^ mask[i % 4] for i, b in enumerate(text))
            self.wfile.write(bytes([0x81, len(text)]) + text)
        self.close_connection = True

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    ThreadingHTTPServer((os.environ["HOST"], int(os.environ["PORT"])), Handler).serve_forever()
