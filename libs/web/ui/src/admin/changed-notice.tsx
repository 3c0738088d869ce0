import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Banner } from '../feedback/banner.tsx';

/** A field that somebody else saved while this form was open. */
export type ChangedField = {
  label: string;
  now: ReactNode;
  /** The person typed in this field too; theirs is kept until it is saved. */
  isMineKept: boolean;
};

/** What others saved while a form was open: nothing typed is lost, and saving again is a choice. */
export function ChangedNotice({ fields }: { fields: readonly ChangedField[] }) {
  if (fields.length === 0) return null;
  return (
    <Banner tone="warn" boxed icon={<IconAlertTriangle size={16} aria-hidden="true" />}>
      <b>Somebody changed this meanwhile.</b>
      {fields.map(({ label, now, isMineKept }) => (
        <span key={label} className="cb-changed-field">
          {label}: now <b>{now}</b>. {isMineKept ? 'Yours is kept; saving replaces it.' : 'Taken over below.'}
        </span>
      ))}
    </Banner>
  );
}
