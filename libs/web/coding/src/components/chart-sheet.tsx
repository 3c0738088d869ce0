import { clinicalDocument } from '@caseboard/contracts';
import type { ClinicalDocument } from '@caseboard/contracts';
import { CloseButton, SideDrawer } from '@caseboard/web/ui';
import { useChart, type Chart } from '../use-chart.ts';
import { useRead, type Read } from '../use-read.ts';
import { ChartDocuments } from './chart-documents.tsx';
import { DocumentReader } from './document-reader.tsx';

/** The chart a question is about, to be read beside it: the document that was quoted, and the others of the visit. */
export function ChartSheet({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const quoted = useRead(`/documents/${documentId}`, clinicalDocument);
  const encounterId = quoted.value?.encounterId ?? undefined;
  return (
    <SideDrawer isOpen onClose={onClose} label="Chart" width={860}>
      <div className="cb-query-sheet">
        <div className="cb-form-head">
          <h2>Chart</h2>
          <CloseButton onClick={onClose} label="Back to the question" />
        </div>
        {encounterId === undefined ? (
          <ChartRead chart={aloneOf(documentId, quoted)} />
        ) : (
          <VisitRead key={encounterId} encounterId={encounterId} documentId={documentId} />
        )}
      </div>
    </SideDrawer>
  );
}

function VisitRead({ encounterId, documentId }: { encounterId: string; documentId: string }) {
  return <ChartRead chart={useChart(encounterId, documentId)} />;
}

function ChartRead({ chart }: { chart: Chart }) {
  return (
    <div className="cb-chart cb-chart-only" data-shown="chart">
      <ChartDocuments chart={chart} quotes={[]} />
      <DocumentReader chart={chart} quotes={[]} />
    </div>
  );
}

/** A document without its visit: it is of none, or not read yet. */
const aloneOf = (documentId: string, document: Read<ClinicalDocument>): Chart => ({
  encounter: { value: undefined, error: undefined, again: document.again },
  openId: documentId,
  open: () => undefined,
  document,
  newIds: new Set(),
  isClosed: false,
});
