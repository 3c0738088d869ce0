import { clinicalDocument, encounter } from '@caseboard/contracts';
import type { ClinicalDocument, Encounter } from '@caseboard/contracts';
import { useEffect, useState } from 'react';
import { useRead, type Read } from './use-read.ts';

/** The chart of a visit, and the document that is open in it. */
export interface Chart {
  encounter: Read<Encounter>;
  openId: string | undefined;
  open(id: string): void;
  document: Read<ClinicalDocument>;
}

/** Reads a visit and one of its documents at a time: the one asked for, else the first with text. */
export function useChart(encounterId: string | undefined, askedId?: string): Chart {
  const visit = useRead(encounterId === undefined ? undefined : `/encounters/${encounterId}`, encounter);
  const [chosenId, open] = useState(askedId);
  useEffect(() => {
    if (askedId !== undefined) open(askedId);
  }, [askedId]);
  const documents = visit.value?.documents ?? [];
  const openId = chosenId ?? (documents.find(({ hasText }) => hasText) ?? documents[0])?.id;
  return {
    encounter: visit,
    openId,
    open,
    document: useRead(openId === undefined ? undefined : `/documents/${openId}`, clinicalDocument),
  };
}
