import { codingCase } from '@caseboard/contracts';
import type { CodingCase, CodingCaseDetail } from '@caseboard/contracts';
import { api, useGo, useMay, useSession, wordsOf } from '@caseboard/web/kernel';
import { notifyDone, notifyError } from '@caseboard/web/ui';
import { useState } from 'react';
import type { ReopenReason } from './case-words.rules.ts';
import type { OpenCase } from './use-coding-case.ts';

const QUEUE = { key: 'coding', name: 'Coding' };

/** What a coder does to a chart as a whole, wherever the button or key is. */
export interface CaseActs {
  take(): void;
  release(): void;
  next(): void;
  /** `goOn`: and open the next chart. */
  finalize(goOn?: boolean): void;
  reopen(reason: ReopenReason, note: string): Promise<boolean>;
  pend(reason: string): Promise<boolean>;
  clearPend(id: string): void;
  isBusy: boolean;
}

export function useCaseActs(opened: CodingCaseDetail, { owners, onCase }: OpenCase): CaseActs {
  const { user } = useSession();
  const may = useMay();
  const go = useGo();
  const [isBusy, setBusy] = useState(false);
  const item = {
    id: opened.workItemId,
    number: opened.number,
    ownerId: opened.ownerId,
    version: opened.workItemVersion,
  };
  const run = async (title: string, send: () => Promise<CodingCase>): Promise<boolean> => {
    setBusy(true);
    try {
      onCase(await send());
      return true;
    } catch (error) {
      const { text, traceId } = wordsOf(error);
      notifyError(title, text, traceId);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const { id, version, number } = opened;
  const post = (noun: string, body?: object) =>
    api.post(`/coding-cases/${id}/${noun}`, codingCase, { version, ...(body ? { body } : {}) });
  const next = async () => {
    const found = await owners.next(QUEUE);
    if (found) go(`/coding/${found.subjectId}`);
  };
  const finalize = async (goOn: boolean) => {
    if (!(await run(`${number} is not final.`, () => post('finalization')))) return;
    if (goOn) await next();
    else notifyDone(`${number} is final.`);
  };
  return {
    take: () => may('worklist.item.take') && void owners.give(item, user.id),
    release: () => may('worklist.item.release') && void owners.release(item),
    next: () => may('worklist.item.next') && void next(),
    finalize: (goOn = false) => void finalize(goOn),
    reopen: (reason, note) =>
      run(`${number} stays final.`, () => post('reopening', { reason, ...(note.trim() === '' ? {} : { note }) })),
    pend: (reason) => run(`${number} is not pended.`, () => post('pends', { reason })),
    clearPend: (pendId) =>
      void run('The reason stays.', () => api.delete(`/coding-cases/${id}/pends/${pendId}`, codingCase, { version })),
    isBusy,
  };
}
