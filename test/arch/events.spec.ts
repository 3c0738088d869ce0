import { EVENTS, PERMISSIONS, PUBLIC_PERMISSIONS, ROLE_PERMISSIONS, ERRORS } from '@caseboard/contracts';
import { toJSONSchema } from 'zod/mini';

const PATIENT_WORDS = /name|birth|sex|address|phone|email|member|ssn|text|body|note/i;

describe('the contracts', () => {
  it('name events as scope.noun-past-verb', () => {
    for (const name of EVENTS.keys()) expect(name).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)+$/);
  });

  it('let no event carry words about a patient', () => {
    const fields = [...EVENTS.values()].flatMap((event) =>
      Object.keys(toJSONSchema(event.data).properties ?? {}).map((field) => `${event.name}: ${field}`),
    );
    expect(fields.filter((field) => PATIENT_WORDS.test(field.split(': ')[1] ?? ''))).toEqual([]);
  });

  it('name permissions as scope.noun.verb and give every one of them to somebody', () => {
    const held = new Set([...PUBLIC_PERMISSIONS, ...Object.values(ROLE_PERMISSIONS).flat()]);
    for (const permission of PERMISSIONS) {
      expect(permission).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.[a-z]+$/);
      expect(held).toContain(permission);
    }
  });

  it('name errors as scope/reason with a status of a refusal and words for people', () => {
    for (const [code, [status, words]] of Object.entries(ERRORS)) {
      expect(code).toMatch(/^[a-z-]+\/[a-z-]+$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(words).not.toMatch(/!|please|sorry|oops|successfully/i);
    }
  });
});
