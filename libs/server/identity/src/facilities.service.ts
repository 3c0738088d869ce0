import { Injectable } from '@nestjs/common';
import { FacilitySaved } from '@caseboard/contracts';
import type { Facility, Page } from '@caseboard/contracts';
import { AppError, effectOf, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { facilityRow } from './directory.rows.ts';
import { findFacilities, insertFacility, listFacilities, updateFacility } from './facilities.repository.ts';
import { uniquelyNamed } from './names.ts';
import { pageByName } from './pages.ts';
import type { PageAsk } from './pages.ts';
import { activeUserIds } from './users.repository.ts';

const MANAGE = 'identity.facility.manage';

/** What may be written of a facility. */
export interface FacilityWrite {
  name?: string | undefined;
  npi?: string | null | undefined;
  isGated?: boolean | undefined;
}

/** Facilities: where care happens. A gated one is seen only by the people assigned to it. */
@Injectable()
export class Facilities {
  constructor(private readonly uow: UnitOfWork) {}

  async list(caller: Caller, ask: PageAsk): Promise<Page<Facility>> {
    const audit = { action: 'identity.user.read', kind: 'facility' };
    return this.uow.read(caller, audit, (tx) => pageByName(tx, 'facilities', ask, listFacilities));
  }

  /** Throws `identity/name-taken`. */
  async create(caller: Caller, write: FacilityWrite & { name: string }): Promise<Facility> {
    const id = uuidv7();
    return this.uow.command(caller, { action: MANAGE, kind: 'facility', id }, async (tx) => {
      const { name, npi = null, isGated = false } = write;
      await uniquelyNamed(insertFacility(tx, { id, name, npi, isGated }));
      return this.saved(tx, id);
    });
  }

  /** Throws `request/stale` with the row as it is, and `identity/name-taken`. */
  async change(caller: Caller, id: string, patch: FacilityWrite): Promise<Facility> {
    return this.uow.command(caller, { action: MANAGE, kind: 'facility', id }, async (tx) => {
      const before = await requireFacility(tx, id);
      if (before.version !== caller.ifMatch) throw new AppError('request/stale', { current: before });
      const isSaved = await uniquelyNamed(updateFacility(tx, patchedFacility(before, patch)));
      if (!isSaved) throw new AppError('request/stale', { current: await requireFacility(tx, id) });
      return this.saved(tx, id, before);
    });
  }

  /** Gating changes what everybody may see, so everybody's rooms are checked again. */
  private async saved(tx: Tx, id: string, before?: Facility): Promise<Facility> {
    const facility = await requireFacility(tx, id);
    const accessUsers = before && before.isGated !== facility.isGated ? await activeUserIds(tx) : [];
    const rows = [effectOf(facilityRow, before, facility)];
    tx.append(FacilitySaved, { id, data: { facilityId: id }, rows, accessUsers });
    return facility;
  }
}

/** Absent keeps, null empties. */
const patchedFacility = (before: Facility, patch: FacilityWrite): Facility => ({
  ...before,
  name: patch.name ?? before.name,
  npi: patch.npi === undefined ? before.npi : patch.npi,
  isGated: patch.isGated ?? before.isGated,
});

async function requireFacility(tx: Tx, id: string): Promise<Facility> {
  const [facility] = await findFacilities(tx, [id]);
  if (!facility) throw notFound();
  return facility;
}
