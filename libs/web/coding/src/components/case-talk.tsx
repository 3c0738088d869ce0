import { useKeymap } from '@caseboard/web/ui';
import { CaseThread } from '@caseboard/web/threads';
import { useState } from 'react';

/** What colleagues say about the chart, folded until somebody wants it (R). The physician is asked by queries instead. */
export function CaseTalk({ caseId }: { caseId: string }) {
  const [isOpen, setOpen] = useState(false);
  useKeymap([{ keys: 'r', run: () => setOpen(true), isOff: isOpen }]);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="cb-small cb-soft">Conversation with colleagues</summary>
      {isOpen && <CaseThread subjectType="coding" subjectId={caseId} />}
    </details>
  );
}
