import { SessionsEnded, UserChanged } from '@caseboard/contracts';

/** Events about a person's own rights name the person in their data, beside `access_users`. */
export const PERSONAL_EVENTS = [SessionsEnded.name, UserChanged.name];

/** Matches events that change somebody's rights; `e` is events.event, `$names` the parameter of PERSONAL_EVENTS. */
export const changesAccess = (names: `$${number}`) =>
  `(cardinality(e.access_users) > 0 OR e.name = ANY(${names}::text[]))`;
