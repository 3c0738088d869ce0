import { encounterClass, id, pageQuery } from '@caseboard/contracts';
import * as z from 'zod/mini';

const text = z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80)));

/** `GET /patients`: `text` is the beginning of words of the name or of the record number; `mrn` the whole number. */
export const patientsQuery = z.strictObject({ ...pageQuery, text, mrn: text });
export type PatientsQuery = z.output<typeof patientsQuery>;

/** `GET /encounters`: `patient` is a record of a person; all records that are that person are meant. */
export const encountersQuery = z.strictObject({
  ...pageQuery,
  patient: z.optional(id),
  class: z.optional(encounterClass),
  isCoded: z.optional(z.enum(['true', 'false'])),
  text,
  /** Up to 200 ids, separated by commas: rows a screen was only told about. */
  ids: z.optional(
    z.pipe(
      z.pipe(
        z.string(),
        z.transform((list) => list.split(',')),
      ),
      z.array(id).check(z.maxLength(200)),
    ),
  ),
});
export type EncountersQuery = z.output<typeof encountersQuery>;

/** `GET /clinicians`. */
export const cliniciansQuery = z.strictObject({ ...pageQuery, text });
export type CliniciansQuery = z.output<typeof cliniciansQuery>;
