/** Values to set in an address; undefined takes one away. */
export type AddressPatch = Readonly<Record<string, string | undefined>>;

/** The search part of an address with a patch applied: `?view=table&payer=…`, or nothing. */
export function patchedSearch(search: string, patch: AddressPatch): string {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined) params.delete(name);
    else params.set(name, value);
  }
  const written = params.toString();
  return written === '' ? '' : `?${written}`;
}
