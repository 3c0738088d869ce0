import { statement } from '@caseboard/contracts';
import { api, wordsOf } from '@caseboard/web/kernel';
import { notifyDone, notifyError } from '@caseboard/web/ui';
import { useState } from 'react';
import { statementHref } from './components/statement-list.tsx';

/** Printing: makes the statement and opens its paper in a new tab; a refusal is told, and nothing was printed. */
export function usePrintStatement(accountId: string): { isPrinting: boolean; print(): Promise<void> } {
  const [isPrinting, setPrinting] = useState(false);
  const print = async () => {
    // Opened by the click itself: browsers shut out tabs that come later.
    const tab = globalThis.open('about:blank', '_blank');
    setPrinting(true);
    try {
      const printed = await api.post(`/patient-accounts/${accountId}/statements`, statement);
      notifyDone(`${printed.number} is printed`);
      if (tab) tab.location.href = statementHref(printed.id, 'pdf');
    } catch (error) {
      tab?.close();
      const { text, traceId } = wordsOf(error);
      notifyError('Nothing was printed.', text, traceId);
    } finally {
      setPrinting(false);
    }
  };
  return { isPrinting, print };
}
