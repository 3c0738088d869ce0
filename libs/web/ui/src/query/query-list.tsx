import { IconChevronRight } from '@tabler/icons-react';
import { DueChip, type DueChipProps } from '../marks/due-chip.tsx';
import { AppLink } from '../shell/app-link.tsx';
import type { Navigate } from '../shell/nav.types.ts';

/** A patient's queries together, with the nearest deadline. */
export type QueryBundle = {
  patientId: string;
  /** Initials and last four. */
  patient: string;
  /** `Discharged 19 Nov`. */
  about: string;
  due: DueChipProps;
  queries: readonly { id: string; subject: string; about: string; href: string; isNew?: boolean }[];
};

/** Props of `QueryList`. */
export type QueryListProps = { bundles: readonly QueryBundle[]; onNavigate: Navigate };

/** A physician's list: bundled by patient, the subject as the line. No codes, no money, no grid. */
export function QueryList({ bundles, onNavigate }: QueryListProps) {
  return (
    <div className="cb-queries">
      {bundles.map((bundle) => (
        <section key={bundle.patientId} aria-label={`${bundle.patient}, ${bundle.about}`}>
          <div className="cb-query-patient">
            <b>{bundle.patient}</b>
            <span className="cb-dim">{bundle.about}</span>
            <span className="cb-push">
              <DueChip {...bundle.due} />
            </span>
          </div>
          <ul>
            {bundle.queries.map((query) => (
              <li key={query.id}>
                <AppLink
                  href={query.href}
                  onNavigate={onNavigate}
                  className="cb-query-line cb-plain"
                  data-query-id={query.id}
                >
                  <span>
                    <span className="cb-medium" data-new={query.isNew || undefined}>
                      {query.isNew && <span className="cb-heard">New: </span>}
                      {query.subject}
                    </span>
                    <small>{query.about}</small>
                  </span>
                  <IconChevronRight size={16} aria-hidden="true" />
                </AppLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
