import { createClient } from 'redis';
import { redisServer } from '@caseboard/testing';

describe('a Redis of the tests', () => {
  it('answers at its address and is gone when stopped', async () => {
    const server = await redisServer();
    const client = await createClient({ url: server.url, socket: { reconnectStrategy: false } })
      .on('error', () => undefined)
      .connect();
    expect(await client.ping()).toBe('PONG');
    client.destroy();
    await server.stop();
    if (process.env.REDIS_URL) return;
    const again = createClient({ url: server.url, socket: { reconnectStrategy: false } }).on('error', () => undefined);
    await expect(again.connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('says what to install where there is none', async () => {
    const { PATH, REDIS_URL } = process.env;
    Object.assign(process.env, { PATH: '/nowhere', REDIS_URL: '' });
    try {
      await expect(redisServer()).rejects.toThrow('apt-get install -y redis-server');
    } finally {
      Object.assign(process.env, { PATH, REDIS_URL: REDIS_URL ?? '' });
    }
  });
});
