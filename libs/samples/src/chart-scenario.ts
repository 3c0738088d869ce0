import type { Chance } from './chance.ts';

/** What differs from one chart of a scenario to the next; notes are written around it. */
export interface ChartFacts {
  age: number;
  person: 'man' | 'woman';
  days: number;
  /** Days before they came that it began. */
  onset: number;
  pulse: number;
  pressure: string;
  temperature: string;
  oxygen: number;
  side: 'left' | 'right';
  chance: Chance;
}

/** One document of a chart: what kind (LOINC), by whom, on which day of the stay, and its words. */
export interface ScenarioDocument {
  title: string;
  loinc: string;
  /** A report goes out as DiagnosticReport, a note as DocumentReference. */
  as: 'note' | 'report';
  at: 'first' | 'second' | 'last';
  text(facts: ChartFacts): string;
}

export interface ScenarioDiagnosis {
  code: string;
  words: string;
  /** Known to the EHR's problem list; the others only stand in the notes. */
  isListed: boolean;
}

export interface ScenarioProcedure {
  code: string;
  system: 'cpt' | 'icd-10-pcs';
  words: string;
}

/** A kind of visit with everything its chart says. Notes and words are our own; codes are numbers only. */
export interface ChartScenario {
  class: 'IMP' | 'AMB' | 'EMER';
  words: string;
  weight: number;
  /** Nights in the house. */
  nights: readonly [number, number];
  ages: readonly [number, number];
  diagnoses: readonly ScenarioDiagnosis[];
  procedures: readonly ScenarioProcedure[];
  documents: readonly ScenarioDocument[];
}

const NOTE = { 'History and physical': '34117-2', 'Progress note': '11506-3', 'Discharge summary': '18842-5' };
const MORE_NOTES = { 'Emergency note': '34111-5', 'Office visit note': '11488-4', 'Operative note': '11504-8' };
const REPORT = { 'Imaging report': '18748-4', 'Laboratory report': '11502-2' };

type Writes = ScenarioDocument['text'];
const written =
  (kinds: Record<string, string>, as: ScenarioDocument['as']) =>
  (title: string, at: ScenarioDocument['at'], text: Writes): ScenarioDocument => {
    const loinc = kinds[title];
    if (loinc === undefined) throw new RangeError(`There is no kind of document called ${title}.`);
    return { title, loinc, as, at, text };
  };
export const note = written({ ...NOTE, ...MORE_NOTES }, 'note');
export const report = written(REPORT, 'report');

export const dx = (code: string, words: string, isListed = true): ScenarioDiagnosis => ({ code, words, isListed });
export const cpt = (code: string, words: string): ScenarioProcedure => ({ code, system: 'cpt', words });

/** The vital signs as a line of a note. */
export const vitals = (f: ChartFacts): string =>
  `Vital signs: pulse ${f.pulse}, blood pressure ${f.pressure}, temperature ${f.temperature} F, oxygen saturation ${f.oxygen}% on room air.`;
