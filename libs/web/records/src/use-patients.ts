import type { EncounterSummary, Patient, PatientSummary } from '@caseboard/contracts';
import { patient } from '@caseboard/contracts';
import { api, useLiveList, type UseLiveList } from '@caseboard/web/kernel';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { findPatients, patientSource, visitsOf } from './patients.sources.ts';

const PAUSE_MS = 200;

/** Patients found so far, and how the looking goes. */
export interface FoundPatients {
  status: 'loading' | 'ready' | 'failed';
  error: unknown;
  rows: readonly PatientSummary[];
  hasMore: boolean;
  more(): void;
  again(): void;
}

interface Found {
  status: FoundPatients['status'];
  error?: unknown;
  rows: PatientSummary[];
  cursor: string | null;
}

const NOTHING: Found = { status: 'loading', rows: [], cursor: null };

/** Patients by name that answer to what was typed, a moment after the last key; everybody while nothing is. */
export function usePatients(typed: string): FoundPatients {
  const [found, setFound] = useState<Found>(NOTHING);
  const [tries, setTries] = useState(0);
  const text = typed.trim() === '' ? undefined : typed.trim();
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      try {
        const { items, nextCursor } = await findPatients({ text }, undefined);
        if (!isOver) setFound({ status: 'ready', rows: items, cursor: nextCursor });
      } catch (error) {
        if (!isOver) setFound({ status: 'failed', error, rows: [], cursor: null });
      }
    };
    const timer = setTimeout(() => void look(), text === undefined ? 0 : PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text, tries]);
  const { status, error, rows, cursor } = found;
  const more = useCallback(() => {
    if (cursor === null) return;
    void findPatients({ text }, cursor).then(
      ({ items, nextCursor }) =>
        setFound((before) =>
          before.cursor === cursor ? { ...before, rows: [...before.rows, ...items], cursor: nextCursor } : before,
        ),
      (failure: unknown) => setFound((before) => ({ ...before, status: 'failed', error: failure })),
    );
  }, [cursor, text]);
  return { status, error, rows, hasMore: cursor !== null, more, again: () => setTries((before) => before + 1) };
}

/** One patient, live. */
export const usePatient = (id: string): UseLiveList<Patient> => useLiveList(useMemo(() => patientSource(id), [id]));

/** The latest visits of a patient; undefined while they are read or when they cannot be. */
export function useVisits(patientId: string, isOff: boolean): readonly EncounterSummary[] | undefined {
  const [held, setHeld] = useState<{ id: string; items: readonly EncounterSummary[] }>();
  useEffect(() => {
    if (isOff) return undefined;
    let isOver = false;
    void visitsOf(patientId).then(
      ({ items }) => isOver || setHeld({ id: patientId, items }),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [patientId, isOff]);
  return held?.id === patientId ? held.items : undefined;
}

/** Makes a record part of another; throws ApiError. */
export const mergePatients = (fromId: string, intoId: string, reason: string): Promise<Patient> =>
  api.post(`/patients/${fromId}/merges`, patient, { body: { intoId, reason } });

/** Takes a merge back; throws ApiError. */
export const undoMerge = (mergeId: string) => api.delete(`/patient-merges/${mergeId}`, undefined);
