import { checkFacility, EMPTY_FACILITY, facilityBodyOf, isNpi, seenBy } from './facility-form.rules.ts';

describe('the form for a facility', () => {
  it('takes no NPI, and only one whose check digit fits', () => {
    expect(checkFacility({ ...EMPTY_FACILITY, name: 'Lakeside' })).toEqual({});
    expect(checkFacility({ ...EMPTY_FACILITY, name: 'Lakeside', npi: '12345' })).toHaveProperty(
      'npi',
      'An NPI has 10 digits.',
    );
    expect(isNpi('1234567893')).toBe(true);
    expect(isNpi('1234567839')).toBe(false);
    expect(checkFacility({ ...EMPTY_FACILITY, name: 'Lakeside', npi: '1234567839' })).toHaveProperty('npi');
  });

  it('sends an emptied NPI as none and leaves out what did not change', () => {
    expect(facilityBodyOf({ npi: '  ' })).toEqual({ npi: null });
    expect(facilityBodyOf({ isGated: true })).toEqual({ isGated: true });
    expect(facilityBodyOf({ ...EMPTY_FACILITY, name: ' Lakeside ' })).toEqual({
      name: 'Lakeside',
      npi: null,
      isGated: false,
    });
  });
});

describe('who sees the cases of a facility', () => {
  const users = [
    { facilityIds: ['f1'], state: 'active' },
    { facilityIds: ['f1', 'f2'], state: 'disabled' },
    { facilityIds: [], state: 'active' },
  ];

  it('is everybody while it is open, and only assigned people who can sign in when it is gated', () => {
    expect(seenBy({ id: 'f1', isGated: false }, users)).toBe('everybody whose roles open them');
    expect(seenBy({ id: 'f1', isGated: true }, users)).toBe('1 assigned person');
    expect(seenBy({ id: 'f2', isGated: true }, users)).toBe('nobody: no person is assigned');
  });
});
