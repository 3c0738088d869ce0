/**
 * Who may import whom: the table of docs/architecture.md, once, for the linter and for the test over the
 * project graph. Keys are projects; a project that is missing here may not exist.
 */
export const MAY_IMPORT: Record<string, string[]> = {
  contracts: [],
  x12: [],
  samples: ['x12'],
  'server-kernel': ['contracts'],
  'server-identity': ['contracts', 'server-kernel'],
  'server-records': ['contracts', 'server-kernel', 'server-identity'],
  'server-worklist': ['contracts', 'server-kernel', 'server-identity'],
  'server-billing': ['contracts', 'x12', 'server-kernel', 'server-identity', 'server-records', 'server-worklist'],
  'server-denials': [
    'contracts',
    'x12',
    'server-kernel',
    'server-identity',
    'server-records',
    'server-worklist',
    'server-billing',
  ],
  'server-realtime': ['contracts', 'server-kernel', 'server-identity'],
  'web-kernel': ['contracts'],
  'web-ui': [],
  'web-identity': ['contracts', 'web-kernel', 'web-ui'],
  'web-records': ['contracts', 'web-kernel', 'web-ui'],
  'web-worklist': ['contracts', 'web-kernel', 'web-ui'],
  'web-denials': ['contracts', 'web-kernel', 'web-ui', 'web-worklist'],
  testing: ['contracts', 'server-kernel'],
  api: [
    'contracts',
    'samples',
    'x12',
    'server-kernel',
    'server-identity',
    'server-records',
    'server-worklist',
    'server-billing',
    'server-denials',
    'server-realtime',
  ],
  web: ['contracts', 'web-kernel', 'web-ui', 'web-identity', 'web-records', 'web-worklist', 'web-denials'],
};

const isWeb = (project: string) => project === 'web' || project.startsWith('web-');
const isPure = (project: string) => ['contracts', 'x12', 'samples'].includes(project);
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
