import { ConfigError, readConfig } from './config.ts';

describe('settings', () => {
  it('start on loopback with the embedded database when nothing is said', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      database: undefined,
      role: 'all',
      samples: 'week',
    });
  });

  it('take an empty value for unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', REDIS_URL: '' })).toMatchObject({
      port: 3000,
      database: undefined,
      redisUrl: undefined,
    });
  });

  it('name the variable that cannot be used', () => {
    expect(() => readConfig({ PORT: 'many' })).toThrow(/PORT/);
    expect(() => readConfig({ SAMPLES: 'some' })).toThrow(/SAMPLES/);
  });

  it('refuse to serve patient data beyond loopback without TLS in front', () => {
    expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow(ConfigError);
    expect(() => readConfig({ HOST: '0.0.0.0', PUBLIC_URL: 'http://caseboard.example' })).toThrow(/TLS/);
    expect(readConfig({ HOST: '0.0.0.0', PUBLIC_URL: 'https://caseboard.example/' }).publicUrl).toBe(
      'https://caseboard.example',
    );
  });

  it('refuse a database that is given by half', () => {
    expect(() => readConfig({ DATABASE_OWNER_URL: 'postgres://owner@db/caseboard' })).toThrow(/DATABASE_URL/);
  });
});
