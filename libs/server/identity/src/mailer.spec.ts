import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { Mailer } from './mailer.service.ts';

const MAIL = { to: 'ana@lakeside.test', subject: 'A link', text: 'http://127.0.0.1/set-password#token=x\n' };

/** As much of a mail server as one plain mail needs (RFC 5321). */
function answer(socket: Socket, received: string[]): void {
  socket.write('220 test\r\n');
  socket.on('data', (data) => {
    const said = data.toString();
    received.push(said);
    if (said.startsWith('DATA')) socket.write('354 go on\r\n');
    else if (said.startsWith('QUIT')) socket.end('221 bye\r\n');
    else if (received.some((line) => line.startsWith('DATA')) && !said.endsWith('\r\n.\r\n')) return;
    else socket.write('250 fine\r\n');
  });
}

describe('mail', () => {
  const config = { mailFrom: 'caseboard@lakeside.test', dataDir: tmpdir() };

  it('goes through the server that is named', async () => {
    const received: string[] = [];
    const server = createServer((socket) => answer(socket, received)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Mailer({ ...config, smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true` }).send(MAIL);
    server.close();
    expect(received.join('')).toContain('MAIL FROM:<caseboard@lakeside.test>');
    expect(received.join('')).toContain('RCPT TO:<ana@lakeside.test>');
    expect(received.join('')).toContain('set-password#token=x');
  });

  it('says when it could not be handed over', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    await expect(new Mailer({ ...config, smtpUrl: `smtp://127.0.0.1:${port}` }).send(MAIL)).rejects.toThrow(
      /ECONNREFUSED/,
    );
  });
});
