import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { humanNumber } from './human-number.ts';

/** What a new claim made here is called: its id, its number for people, its control number (CLM01), never used before. */
export async function nextClaimName(tx: Tx): Promise<{ id: string; number: string; controlNumber: string }> {
  const number = await tx.number('CLM');
  return { id: uuidv7(), number: humanNumber('CLM', number), controlNumber: `CB${String(number).padStart(8, '0')}` };
}
