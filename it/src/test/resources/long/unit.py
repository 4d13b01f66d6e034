"""A unit whose answers take their time: two seconds, server-sent events, a web socket that echoes."""

import asyncio
import base64
import hashlib
import signal
import socket
import sys

IDENTITY = socket.gethostname()
MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def answer(text, status="200 OK"):
    body = text.encode()
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


async def events(writer):
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Accel-Buffering: no\r\nConnection: close\r\n\r\n")
    number = 0
    while not writer.is_closing():
        number += 1
        writer.write(f"data: {number}\n\n".encode())
        await writer.drain()
        await asyncio.sleep(0.25)


async def echo(reader, writer, key):
    accept = base64.b64encode(hashlib.sha1(key + MAGIC).digest()).decode()
    writer.write(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Accept: {accept}\r\n\r\n".encode()
    )
    while True:
        head = await reader.readexactly(2)
        mask = await reader.readexactly(4)
        text = await reader.readexactly(head[1] & 127)
        writer.write(bytes([0x81, len(text)]) + bytes(b ^ mask[i % 4] for i, b in enumerate(text)))
        await writer.drain()


async def serve(reader, writer):
    try:
        while True:
            lines = (await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")
            path = lines[0].split(b" ")[1].decode()
            fields = {k.lower(): v.strip() for k, _, v in (line.partition(b":") for line in lines[1:] if line)}
            await reader.readexactly(int(fields.get(b"content-length", b"0")))
            if path == "/events":
                await events(writer)
                return
            if path == "/echo":
                await echo(reader, writer, fields[b"sec-websocket-key"])
                return
            if path == "/slow":
                await asyncio.sleep(2)
            writer.write(answer(IDENTITY if path == "/healthz" else f"{sys.argv[1]} {IDENTITY}"))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(serve, "0.0.0.0", 8080)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, lambda: sys.exit(0))
    asyncio.get_running_loop().add_signal_handler(signal.SIGQUIT, lambda: sys.exit(0))
    async with server:
        await server.serve_forever()


asyncio.run(main())
