import { clinicalDocument } from '@caseboard/contracts';
import { CloseButton, SideDrawer } from '@caseboard/web/ui';
import { useChart } from '../use-chart.ts';
import { useRead } from '../use-read.ts';
import { ChartDocuments } from './chart-documents.tsx';
import { DocumentReader } from './document-reader.tsx';

/** The chart a question is about, to be read beside it: the document that was quoted, and the others of the visit. */
export function ChartSheet({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const quoted = useRead(`/documents/${documentId}`, clinicalDocument);
  const chart = useChart(quoted.value?.encounterId ?? undefined, documentId);
  return (
    <SideDrawer isOpen onClose={onClose} label="Chart" width={860}>
      <div className="cb-query-sheet">
        <div className="cb-form-head">
          <h2>Chart</h2>
          <CloseButton onClick={onClose} label="Back to the question" />
        </div>
        <div className="cb-chart cb-chart-only" data-shown="chart">
          <ChartDocuments chart={chart} quotes={[]} />
          <DocumentReader chart={chart} quotes={[]} />
        </div>
      </div>
    </SideDrawer>
  );
}
