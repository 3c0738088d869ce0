export { CliniciansPage } from './pages/clinicians.page.tsx';
export { EncounterPage } from './pages/encounter.page.tsx';
export { ImportsPage } from './pages/imports.page.tsx';
export { PatientsPage } from './pages/patients.page.tsx';
export { PayersPage } from './pages/payers.page.tsx';
