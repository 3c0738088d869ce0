/** Whether a file begins like FHIR JSON: an object that names its resource type within the first bytes, or has entries. */
export function isFhir(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 64 * 1024))
    .toString('utf8')
    .replace(/^\ufeff/, '');
  return /^\s*\{/.test(start) && /"resourceType"\s*:\s*"[A-Z]/.test(start);
}

/** Whether it is FHIR Shorthand (FSH): source of profiles and examples, no FHIR JSON. */
export const isShorthand = (head: Uint8Array): boolean =>
  /^\s*(\/\/.*\s*)*(Instance|Profile|Alias|Extension|RuleSet)\s*:/.test(
    Buffer.from(head.subarray(0, 4096)).toString('utf8'),
  );
