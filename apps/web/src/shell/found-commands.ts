import type { SearchHit, SearchKind } from '@caseboard/contracts';
import type { Command } from '@caseboard/web/ui';
import { BoardIcon } from '@caseboard/web/ui';
import {
  IconFileDollar,
  IconFileText,
  IconHelp,
  IconPhone,
  IconReceipt,
  IconStethoscope,
  IconUser,
} from '@tabler/icons-react';

const KINDS: Record<SearchKind, { group: string; icon: NonNullable<Command['icon']> }> = {
  patient: { group: 'Patients', icon: IconUser },
  encounter: { group: 'Encounters', icon: IconStethoscope },
  claim: { group: 'Claims', icon: IconFileDollar },
  denial: { group: 'Denials', icon: BoardIcon },
  account: { group: 'Patient accounts', icon: IconReceipt },
  thread: { group: 'Threads', icon: IconHelp },
  'follow-up': { group: 'Follow-up', icon: IconPhone },
  coding: { group: 'Charts to code', icon: IconFileText },
};

/** What was found as lines of the palette; opening one goes to its page. */
export const commandsOfHits = (hits: readonly SearchHit[], open: (hit: SearchHit) => void, group?: string): Command[] =>
  hits.map((hit) => ({
    id: `${hit.kind} ${hit.id}`,
    group: group ?? KINDS[hit.kind].group,
    icon: KINDS[hit.kind].icon,
    number: hit.number,
    label: hit.title,
    detail: hit.detail,
    run: () => open(hit),
  }));
