const base = ['contracts', 'server-kernel', 'server-identity'];
const feature = [...base, 'server-records', 'server-worklist', 'server-threads'];
const page = ['contracts', 'web-kernel', 'web-ui'];

/**
 * Who may import whom: the table of docs/architecture.md, once, for the linter and for the test over the
 * project graph. Keys are projects; a project that is missing here may not exist.
 */
export const MAY_IMPORT: Record<string, string[]> = {
  contracts: [],
  x12: [],
  fhir: [],
  samples: ['x12'],
  'server-kernel': ['contracts'],
  'server-identity': ['contracts', 'server-kernel'],
  'server-records': [...base, 'fhir'],
  'server-worklist': base,
  'server-threads': base,
  'server-coding': feature,
  'server-billing': [...feature, 'x12'],
  'server-denials': [...feature, 'x12', 'server-billing'],
  'server-patient-accounts': [...feature, 'server-billing'],
  'server-reports': base,
  'server-realtime': base,
  'web-kernel': ['contracts'],
  'web-ui': [],
  'web-identity': page,
  'web-records': page,
  'web-worklist': page,
  'web-threads': page,
  'web-reports': page,
  'web-coding': [...page, 'web-worklist', 'web-threads'],
  'web-billing': [...page, 'web-worklist', 'web-threads'],
  'web-denials': [...page, 'web-worklist', 'web-threads', 'web-billing'],
  'web-patient-accounts': [...page, 'web-worklist', 'web-threads', 'web-billing'],
  testing: ['contracts', 'server-kernel'],
  api: [
    ...feature,
    'fhir',
    'samples',
    'x12',
    'server-coding',
    'server-billing',
    'server-denials',
    'server-patient-accounts',
    'server-reports',
    'server-realtime',
  ],
  web: [
    ...page,
    'web-identity',
    'web-records',
    'web-worklist',
    'web-threads',
    'web-coding',
    'web-billing',
    'web-denials',
    'web-patient-accounts',
    'web-reports',
  ],
};

const isWeb = (project: string) => project === 'web' || project.startsWith('web-');
const isPure = (project: string) => ['contracts', 'x12', 'fhir', 'samples'].includes(project);
const sideOf = (project: string) => (isPure(project) ? 'side:any' : isWeb(project) ? 'side:web' : 'side:server');
const scopeOf = (project: string) => `scope:${project.replace(/^server-|^web-(?!kernel)/, '')}`;

/** The same table as constraints for the linter; specs of the server may use the test harness. */
export const BOUNDARIES = [
  { sourceTag: 'side:web', notDependOnLibsWithTags: ['side:server'] },
  { sourceTag: 'side:server', notDependOnLibsWithTags: ['side:web'] },
  ...Object.entries(MAY_IMPORT).map(([project, allowed]) => ({
    allSourceTags: [sideOf(project), scopeOf(project)],
    onlyDependOnLibsWithTags: [...allowed.map(scopeOf), scopeOf(project), ...(isWeb(project) ? [] : ['scope:testing'])],
  })),
];
