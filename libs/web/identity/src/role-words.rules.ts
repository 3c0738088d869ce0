import type { Role } from '@caseboard/contracts';

/** A role as people call it, and what it opens. */
export const ROLE_WORDS: Record<Role, { name: string; opens: string }> = {
  lead: { name: 'Team lead', opens: 'All queues, assigning work, moving denial cases' },
  coder: { name: 'Coder', opens: 'Own work, claims and denials to read' },
  physician: { name: 'Physician', opens: 'Questions put to them' },
  biller: { name: 'Biller', opens: 'Imports, remittances, moving denial cases' },
  accounts: { name: 'Patient accounts', opens: 'Own work, claims and remittances to read' },
  auditor: { name: 'Auditor', opens: 'Everything about money, to read only' },
  admin: { name: 'Administrator', opens: 'People, teams, facilities, payers, imports' },
};

/** The roles of a person in one line, in the order of the contract. */
export const rolesLine = (roles: readonly Role[]): string => roles.map((role) => ROLE_WORDS[role].name).join(', ');
