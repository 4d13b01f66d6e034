"""Counts once a minute what the market has, until it is told to stop."""

import os
import signal
import threading

import httpx

STOCK = os.environ.get("STOCK_URL", "http://127.0.0.1:8082/api/stock/things")
SECONDS = float(os.environ.get("REPORT_SECONDS", "60"))


def report() -> str:
    try:
        return f"{len(httpx.get(STOCK, timeout=5).raise_for_status().json())} things on the tables"
    except httpx.HTTPError as problem:
        return f"no answer from the stock: {problem}"


def main() -> None:
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    while not stop.is_set():
        print(report(), flush=True)
        stop.wait(SECONDS)
    print("stopped", flush=True)


if __name__ == "__main__":
    main()
