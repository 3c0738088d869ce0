import type { Code, CodeSystem, Encounter } from '@caseboard/contracts';
import { wordsOf } from '@caseboard/web/kernel';
import { CodeSearch, useKeymap, type CodeChoice } from '@caseboard/web/ui';
import { useEffect, useRef, useState } from 'react';
import { codeWords } from '../code-draft.rules.ts';
import { findCodes } from '../coding.live.ts';

/** Props of `CodeAdder`. */
export type CodeAdderProps = {
  label: string;
  /** The key that leads into the field. */
  shortcut: string;
  systems: readonly CodeSystem[];
  /** The date the codes must be valid on. */
  on: string | null;
  /** What the chart lists, offered before anything is typed. */
  listed: Encounter['conditions'];
  /** `system code` of those entered already. */
  taken: ReadonlySet<string>;
  aside: string;
  onAdd: (code: Code) => void;
};

const PAUSE_MS = 120;
const MOST = 12;

/** Finds codes while typing and adds them; the field stays for the next one. */
export function CodeAdder({ label, shortcut, systems, on, listed, taken, aside, onAdd }: CodeAdderProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const { found, failure, isDone } = useFoundCodes(typed, systems, on);
  useKeymap([{ keys: shortcut.toLowerCase(), run: () => field.current?.focus() }]);
  const suggestions = typed.trim() === '' ? listedCodes(listed, systems) : found;
  const offered = suggestions.filter((each) => !taken.has(keyOf(each))).slice(0, MOST);
  const pick = (id: string) => {
    const code = offered.find((each) => keyOf(each) === id);
    if (!code) return;
    setTyped('');
    onAdd(code);
  };
  return (
    <CodeSearch
      inputRef={field}
      label={label}
      placeholder={label}
      shortcut={shortcut}
      typed={typed}
      onType={setTyped}
      choices={offered.map((code) => choiceOf(code, typed.trim() === ''))}
      onPick={pick}
      aside={aside}
      empty={
        typed.trim() === '' ? undefined : (failure ?? (isDone ? 'No code by that number or those words.' : undefined))
      }
    />
  );
}

/** One key for a code of any system. */
export const keyOf = ({ system, code }: { system: string; code: string }): string =>
  `${system} ${code.replaceAll('.', '')}`;

const choiceOf = (code: Code, isListed: boolean): CodeChoice => ({
  id: keyOf(code),
  code: codeWords(code),
  words: code.words,
  ...(isListed ? { note: 'Listed in the chart. Check it against the documents' } : {}),
  ...(code.isBillable ? {} : { offReason: 'Not billable' }),
});

const URI_SYSTEMS: Readonly<Record<string, CodeSystem>> = {
  'http://hl7.org/fhir/sid/icd-10-cm': 'icd-10-cm',
  'http://www.cms.gov/Medicare/Coding/ICD10': 'icd-10-pcs',
  'http://www.ama-assn.org/go/cpt': 'cpt',
};

/** What the chart lists in a code system that is entered here, each once. */
function listedCodes(listed: Encounter['conditions'], systems: readonly CodeSystem[]): Code[] {
  const codes = listed.flatMap(({ system, code, words }): Code[] => {
    const own = URI_SYSTEMS[system] ?? systems.find((each) => each === system);
    return own && systems.includes(own) ? [{ system: own, code, words, isBillable: true, isPoaExempt: false }] : [];
  });
  return [...new Map(codes.map((code) => [keyOf(code), code])).values()];
}

function useFoundCodes(typed: string, systems: readonly CodeSystem[], on: string | null) {
  const [answer, setAnswer] = useState<{ typed: string; found: Code[]; failure?: string }>({ typed: '', found: [] });
  const text = typed.trim();
  useEffect(() => {
    if (text === '') return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      findCodes(text, systems, on, stop.signal).then(
        (found) => setAnswer({ typed: text, found }),
        (error: unknown) => stop.signal.aborted || setAnswer({ typed: text, found: [], failure: wordsOf(error).text }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, systems, on]);
  return { found: text === '' ? [] : answer.found, failure: answer.failure, isDone: answer.typed === text };
}
