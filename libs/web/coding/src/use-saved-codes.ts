import { codingCase } from '@caseboard/contracts';
import type { CodingCase, CodingCaseDetail } from '@caseboard/contracts';
import { ApiError, api, wordsOf } from '@caseboard/web/kernel';
import { useCallback, useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { linesOf } from './code-draft.rules.ts';
import type { DraftCode } from './code-draft.rules.ts';
import { chosen, isUnsaved, openCodes, overNewer } from './saved-codes.rules.ts';

const PAUSE_MS = 700;

/** The codes of a case as they are worked on. */
export interface SavedCodes {
  codes: readonly DraftCode[];
  change(next: (codes: readonly DraftCode[]) => DraftCode[]): void;
  /** Something is not on record yet. */
  isUnsaved: boolean;
  isSaving: boolean;
  /** Why it was not saved; what was entered stays. */
  refusal: { text: string; traceId?: string } | undefined;
  retry(): void;
  /** Both changed the list: what is on record. */
  theirs: readonly DraftCode[] | undefined;
  choose(side: 'mine' | 'theirs'): void;
}

/** Saves by itself a moment after the last change, over the version that was seen; `onSaved` hears the case. */
export function useSavedCodes(opened: CodingCaseDetail, onSaved: (saved: CodingCase) => void): SavedCodes {
  const [held, setHeld] = useState(() => openCodes(opened.codes, opened.version));
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<SavedCodes['refusal']>();
  if (opened.version > held.version && !isSaving) setHeld(overNewer(held, opened.codes, opened.version));
  const unsaved = isUnsaved(held);
  const save = useCallback(async () => {
    setSaving(true);
    setRefusal(undefined);
    try {
      const { mine, version } = held;
      const body = { codes: linesOf(mine) };
      const saved = await api.put(`/coding-cases/${opened.id}/codes`, codingCase, { version, body });
      setHeld((now) => afterSave(now, saved, mine));
      onSaved(saved);
    } catch (error) {
      const stale = error instanceof ApiError && error.code === 'request/stale';
      const current = stale ? z.safeParse(codingCase, error.problem?.current).data : undefined;
      if (current) setHeld((now) => overNewer(now, current.codes, current.version));
      else setRefusal(wordsOf(error));
    } finally {
      setSaving(false);
    }
  }, [held, opened.id, onSaved]);
  useLater(save, unsaved && !isSaving && refusal === undefined && held.theirs === undefined);
  return {
    codes: held.mine,
    change: useCallback((next) => {
      setRefusal(undefined);
      setHeld((now) => ({ ...now, mine: next(now.mine) }));
    }, []),
    isUnsaved: unsaved,
    isSaving,
    refusal,
    retry: () => setRefusal(undefined),
    theirs: held.theirs,
    choose: (side) => setHeld(chosen(held, side)),
  };
}

/** What is on record now is what was sent; what was typed meanwhile is still mine. */
function afterSave(now: ReturnType<typeof openCodes>, saved: CodingCase, sent: readonly DraftCode[]) {
  if (now.mine === sent) return overNewer(now, saved.codes, saved.version);
  const record = overNewer({ ...now, mine: sent }, saved.codes, saved.version);
  return { ...record, mine: now.mine };
}

/** Runs once a moment has passed without a newer `run`. */
function useLater(run: () => Promise<void>, isDue: boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  }, [run]);
  useEffect(() => {
    if (!isDue) return undefined;
    const timer = setTimeout(() => void latest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [run, isDue]);
}
