import { patchedSearch } from './address.rules.ts';

describe('the state of a page in its address', () => {
  it('sets, replaces and takes away values and keeps the others', () => {
    expect(patchedSearch('?view=table&payer=1', { payer: '2', case: 'abc' })).toBe('?view=table&payer=2&case=abc');
    expect(patchedSearch('?view=table&case=abc', { case: undefined })).toBe('?view=table');
  });

  it('leaves a plain address when nothing is left', () => {
    expect(patchedSearch('?case=abc', { case: undefined })).toBe('');
  });

  it('writes what would end a value', () => {
    expect(new URLSearchParams(patchedSearch('', { q: 'a&b=c' })).get('q')).toBe('a&b=c');
  });
});
