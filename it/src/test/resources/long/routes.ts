  app.post('/api/slow', async () => {
    await new Promise((done) => setTimeout(done, 2000));
    return { slow: true };
  });

  app.get('/api/events', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    let number = 0;
    const timer = setInterval(() => reply.raw.write(`data: ${(number += 1)}\n\n`), 250);
    reply.raw.on('close', () => clearInterval(timer));
  });

  // Echoes short text frames; enough of RFC 6455 for that.
  app.server.on('upgrade', (request, socket) => {
    const accept = createHash('sha1')
      .update(request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11')
      .digest('base64');
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('data', (frame: Buffer) => {
      const length = frame[1] & 127;
      const mask = frame.subarray(2, 6);
      const text = Buffer.from(frame.subarray(6, 6 + length).map((byte, i) => byte ^ mask[i % 4]));
      socket.write(Buffer.concat([Buffer.from([0x81, length]), text]));
    });
    socket.on('error', () => undefined);
  });

