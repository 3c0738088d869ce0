import { openDraft, patchOf, rebased } from './draft.rules.ts';

const row = { name: 'Billing', roles: ['lead', 'coder'], npi: null as string | null };

describe('a form over a row', () => {
  it('sends only what differs, and takes lists as sets', () => {
    expect(patchOf(row, { ...row, name: 'Money', roles: ['coder', 'lead'] })).toEqual({ name: 'Money' });
    expect(patchOf(row, { ...row, npi: '1234567893' })).toEqual({ npi: '1234567893' });
    expect(patchOf(row, { ...row, roles: ['lead'] })).toEqual({ roles: ['lead'] });
  });

  it('keeps what I typed and takes over what I left alone when somebody saves first', () => {
    const typing = { ...openDraft(row, 3), mine: { ...row, name: 'Money' } };
    const after = rebased(typing, { name: 'Claims', roles: ['lead'], npi: null }, 4);
    expect(after.mine).toEqual({ name: 'Money', roles: ['lead'], npi: null });
    expect(after.theirs).toEqual({ name: 'Claims', roles: ['lead'] });
    expect(patchOf(after.seen, after.mine)).toEqual({ name: 'Money' });
  });

  it('remembers every change of others until the form closes', () => {
    const once = rebased(openDraft(row, 1), { ...row, name: 'Claims' }, 2);
    const twice = rebased(once, { ...row, name: 'Claims', npi: '1234567893' }, 3);
    expect(twice.theirs).toEqual({ name: 'Claims', npi: '1234567893' });
  });

  it('is not moved by a row it has seen already', () => {
    const draft = openDraft(row, 3);
    expect(rebased(draft, { ...row, name: 'Old' }, 2)).toBe(draft);
  });
});
