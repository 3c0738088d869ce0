import { clinicalDocument } from '@caseboard/contracts';
import type { ClinicalDocument, Encounter } from '@caseboard/contracts';
import { useLiveList } from '@caseboard/web/kernel';
import { useEffect, useMemo, useRef, useState } from 'react';
import { arrivedIds, editionOf, firstToRead } from './arrivals.rules.ts';
import { openedChart } from './coding.live.ts';
import { useRead, type Read } from './use-read.ts';

/** The chart of a visit, and the document that is open in it. */
export interface Chart {
  encounter: Read<Encounter>;
  openId: string | undefined;
  open(id: string): void;
  document: Read<ClinicalDocument>;
  /** Documents that came while the chart was open and were not opened yet. */
  newIds: ReadonlySet<string>;
  /** The reader may not see the chart any more. */
  isClosed: boolean;
}

const NONE: Encounter['documents'] = [];

/**
 * Follows a visit and reads one of its documents at a time: the one asked for, else the first with text. The open
 * document stays open whatever arrives.
 */
export function useChart(encounterId: string, askedId?: string): Chart {
  const list = useLiveList(useMemo(() => openedChart(encounterId), [encounterId]));
  const visit = list.rows[0];
  const documents = visit?.documents ?? NONE;
  const [openId, setOpenId] = useState(askedId);
  const [known, setKnown] = useState<ReadonlySet<string>>();
  const open = (id: string) => {
    setOpenId(id);
    setKnown((before) => before && new Set([...before, id]));
  };
  if (visit && known === undefined) setKnown(new Set(documents.map(({ id }) => id)));
  const firstId = firstToRead(documents);
  if (openId === undefined && firstId !== undefined) open(firstId);
  useEffect(() => {
    if (askedId !== undefined) setOpenId(askedId);
  }, [askedId]);
  const newIds = useMemo(
    () => arrivedIds(documents, known ?? new Set(documents.map(({ id }) => id))),
    [documents, known],
  );
  const isClosed = list.state.status === 'closed';
  return {
    encounter: {
      value: visit,
      error: visit === undefined && list.state.status === 'failed' ? list.state.error : undefined,
      again: list.reload,
    },
    openId,
    open,
    document: useDocument(isClosed ? undefined : openId, editionOf(documents, openId)),
    newIds,
    isClosed,
  };
}

/** A document, read again when it came anew; what was read stays until then. */
function useDocument(id: string | undefined, edition: string | undefined): Read<ClinicalDocument> {
  const read = useRead(id === undefined ? undefined : `/documents/${id}`, clinicalDocument);
  const { again } = read;
  const seen = useRef({ id, edition });
  useEffect(() => {
    const before = seen.current;
    seen.current = { id, edition };
    if (before.id === id && before.edition !== undefined && before.edition !== edition) again();
  }, [id, edition, again]);
  return read;
}
