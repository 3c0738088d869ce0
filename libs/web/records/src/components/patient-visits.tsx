import { useGo, useMay } from '@caseboard/web/kernel';
import { AppLink, CaseSection } from '@caseboard/web/ui';
import { visitWords } from '../patient-words.rules.ts';
import { useVisits } from '../use-patients.ts';

/** The latest visits of a patient; nothing for who may not read charts. */
export function PatientVisits({ patientId }: { patientId: string }) {
  const isOff = !useMay()('records.encounter.read');
  const visits = useVisits(patientId, isOff);
  const go = useGo();
  if (isOff || visits === undefined) return null;
  return (
    <CaseSection title="Visits" aside={visits.length === 20 ? 'the latest 20' : undefined}>
      {visits.length === 0 ? (
        <p className="cb-dim">No visit you may see is on record.</p>
      ) : (
        <ul className="cb-plain-rows">
          {visits.map((visit) => (
            <li key={visit.id}>
              <AppLink href={`/encounters/${visit.id}`} onNavigate={go}>
                {visit.number}
              </AppLink>{' '}
              {visit.words}
              <div className="cb-small cb-dim">
                {[visitWords(visit), visit.isCoded ? 'coded' : 'not coded yet'].join(', ')}
              </div>
            </li>
          ))}
        </ul>
      )}
    </CaseSection>
  );
}
