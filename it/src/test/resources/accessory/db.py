"""A small "database": counts in its volume, begins as root and becomes somebody else."""
import http.server
import os
import signal
import sys

FILE = "/data/count"

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
if os.getuid() == 0:
    os.chown("/data", 999, 999)
    os.setgid(999)
    os.setuid(999)
print("up as", os.getuid(), *sys.argv[1:], flush=True)
if "BROKEN" in os.environ:
    print("no disk for", os.environ["TOKEN"], flush=True)
    sys.exit(3)


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        count = int(open(FILE).read()) if os.path.exists(FILE) else 0
        if self.path == "/add":
            count += 1
            with open(FILE, "w") as file:
                file.write(str(count))
        body = str(count) if self.path != "/odd" else os.environ["ODD"]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body.encode())


http.server.HTTPServer(("", 5432), Answer).serve_forever()
