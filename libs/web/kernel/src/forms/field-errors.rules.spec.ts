import type { Problem } from '@caseboard/contracts';
import { ApiError } from '../api-error.ts';
import { fieldErrorsOf, isToldByFields } from './field-errors.rules.ts';

const refusal = (change: Partial<Problem>) =>
  new ApiError(422, {
    type: 'urn:t',
    title: 'No.',
    status: 422,
    code: 'request/invalid',
    instance: '/',
    traceId: 't',
    ...change,
  });

describe('what a refusal says of the fields of a form', () => {
  it('is found by pointer, also of an item in a list', () => {
    const errors = [
      { pointer: '/effectiveTo', message: 'Too early.' },
      { pointer: '/roles/0', message: 'Unknown.' },
    ];
    expect(fieldErrorsOf(refusal({ errors }))).toEqual({ effectiveTo: 'Too early.', roles: 'Unknown.' });
  });

  it('is found by code where the code speaks of one field', () => {
    const taken = refusal({ code: 'identity/email-taken', title: 'Somebody already uses this email.' });
    expect(fieldErrorsOf(taken, { 'identity/email-taken': 'email' })).toEqual({
      email: 'Somebody already uses this email.',
    });
    expect(fieldErrorsOf(taken)).toEqual({});
  });

  it('is nothing for a lost connection or a fault of the page', () => {
    expect(fieldErrorsOf(new ApiError(0, undefined))).toEqual({});
    expect(fieldErrorsOf(new TypeError('x'))).toEqual({});
  });

  it('needs a strip when a pointer has no field on the form', () => {
    expect(isToldByFields({ name: 'Too long.' }, ['name', 'npi'])).toBe(true);
    expect(isToldByFields({ state: 'Not yet.' }, ['name', 'npi'])).toBe(false);
    expect(isToldByFields({}, ['name'])).toBe(false);
  });
});
