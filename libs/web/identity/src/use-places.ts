import { facility, team } from '@caseboard/contracts';
import { api } from '@caseboard/web/kernel';
import * as z from 'zod/mini';
import { facilityBodyOf, formOfFacility } from './facility-form.rules.ts';
import type { FacilityForm } from './facility-form.rules.ts';
import { formOfTeam } from './team-form.rules.ts';
import type { TeamForm } from './team-form.rules.ts';

/** A row that is there already. */
interface Existing {
  id: string;
}

/** Makes a team, or changes one at the version seen; throws ApiError. */
export function saveTeam(existing: Existing | undefined, patch: Partial<TeamForm>, version: number, mine: TeamForm) {
  if (!existing) return api.post('/teams', team, { body: { name: mine.name.trim() } });
  return api.patch(`/teams/${existing.id}`, team, { body: patch, version });
}

/** Makes a facility, or changes one at the version seen; throws ApiError. */
export function saveFacility(
  existing: Existing | undefined,
  patch: Partial<FacilityForm>,
  version: number,
  mine: FacilityForm,
) {
  if (!existing) return api.post('/facilities', facility, { body: facilityBodyOf(mine) });
  return api.patch(`/facilities/${existing.id}`, facility, { body: facilityBodyOf(patch), version });
}

/** The team inside a 412. */
export function staleTeam(current: unknown) {
  const row = z.safeParse(team, current).data;
  return row && { form: formOfTeam(row), version: row.version };
}

/** The facility inside a 412. */
export function staleFacility(current: unknown) {
  const row = z.safeParse(facility, current).data;
  return row && { form: formOfFacility(row), version: row.version };
}
