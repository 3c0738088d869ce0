import * as z from 'zod/mini';

/** UUIDv7, lower case. */
export const id = z.uuid();

/** Whole US cents; negative for take-backs. */
export const cents = z.int();

/** A date of service or a deadline as the office writes it: `YYYY-MM-DD`, no zone. */
export const plainDate = z.iso.date();

/** A moment in UTC, RFC 3339. */
export const instant = z.iso.datetime();

/** Row version for `If-Match: "v<version>"`. */
export const version = z.int().check(z.minimum(1));

/** A sequence of the organisation's event log; snapshots say it as `asOf`. */
export const sequence = z.int().check(z.minimum(0));

/** Free text a person types; trimmed, never empty. */
export const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
