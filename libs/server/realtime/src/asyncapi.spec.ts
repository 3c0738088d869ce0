import { EVENTS } from '@caseboard/contracts';
import { asyncApi } from './asyncapi.ts';

describe('the AsyncAPI document', () => {
  const document = asyncApi('1.0.0');

  it('names every event of the log and every socket event', () => {
    const { messages } = document.components as { messages: Record<string, unknown> };
    expect(Object.keys(messages)).toEqual(
      expect.arrayContaining([
        ...EVENTS.keys(),
        'subscribe',
        'unsubscribe',
        'presence',
        'event',
        'head',
        'closed',
        'bye',
      ]),
    );
  });

  it('points only at what exists', () => {
    const refs = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
    for (const [, path = ''] of refs) {
      const found = path
        .split('/')
        .reduce((at: unknown, key) => (at as Record<string, unknown> | undefined)?.[key], document);
      expect({ path, isThere: found !== undefined }).toEqual({ path, isThere: true });
    }
  });

  it('is the same every time', () => {
    expect(JSON.stringify(asyncApi('1.0.0'))).toBe(JSON.stringify(document));
  });
});
