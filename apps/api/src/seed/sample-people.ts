import type { Role } from '@caseboard/contracts';

export interface SamplePerson {
  login: string;
  name: string;
  role: Role;
}

export interface SampleOrganisation {
  key: string;
  name: string;
  timeZone: string;
  facilities: { name: string; npi: string }[];
  teams: string[];
  people: SamplePerson[];
}

/** Two invented organisations; logins are `<login>@<key>.test`. NPIs pass the Luhn check and belong to nobody here. */
export const SAMPLE_ORGANISATIONS: SampleOrganisation[] = [
  {
    key: 'lakeside',
    name: 'Lakeside Regional',
    timeZone: 'America/Chicago',
    facilities: [
      { name: 'Lakeside Main', npi: '1234567893' },
      { name: 'Lakeside Surgery Center', npi: '1245319599' },
    ],
    teams: ['Denials', 'Coding', 'Patient accounts'],
    people: [
      { login: 'lead', name: 'Erin Walsh', role: 'lead' },
      { login: 'coder', name: 'Cora Mendez', role: 'coder' },
      { login: 'coder2', name: 'Dev Raman', role: 'coder' },
      { login: 'physician', name: 'Priya Natarajan', role: 'physician' },
      { login: 'biller', name: 'Ana Ruiz', role: 'biller' },
      { login: 'biller2', name: 'Ben Okafor', role: 'biller' },
      { login: 'accounts', name: 'Jo Tran', role: 'accounts' },
      { login: 'auditor', name: 'Lena Sorensen', role: 'auditor' },
      { login: 'admin', name: 'Theo Hall', role: 'admin' },
    ],
  },
  {
    key: 'harbor',
    name: 'Harbor Clinic',
    timeZone: 'America/New_York',
    facilities: [{ name: 'Harbor Clinic', npi: '1679576722' }],
    teams: ['Billing'],
    people: [
      { login: 'biller', name: 'Marta Bauer', role: 'biller' },
      { login: 'admin', name: 'Sam Whitfield', role: 'admin' },
    ],
  },
];
