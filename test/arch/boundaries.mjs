/**
 * Who may import whom: the table of docs/architecture.md, once, for the linter and for the test over the
 * project graph. Keys are projects; a project that is missing here may not exist.
 */
export const MAY_IMPORT = {
  contracts: [],
  x12: [],
  samples: ['x12'],
  'server-kernel': ['contracts'],
  'server-identity': ['contracts', 'server-kernel'],
  'server-records': ['contracts', 'server-kernel', 'server-identity'],
  'server-worklist': ['contracts', 'server-kernel', 'server-identity'],
  'server-billing': ['contracts', 'x12', 'server-kernel', 'server-identity', 'server-records', 'server-worklist'],
  'server-denials': ['contracts', 'x12', 'server-kernel', 'server-identity', 'server-records', 'server-worklist', 'server-billing'],
  'server-realtime': ['contracts', 'server-kernel', 'server-identity'],
  'web-kernel': ['contracts'],
  'web-ui': [],
  'web-identity': ['contracts', 'web-kernel', 'web-ui'],
  'web-records': ['contracts', 'web-kernel', 'web-ui'],
  'web-worklist': ['contracts', 'web-kernel', 'web-ui'],
  'web-denials': ['contracts', 'web-kernel', 'web-ui', 'web-worklist'],
  testing: ['contracts', 'server-kernel'],
  api: ['contracts', 'samples', 'x12', 'server-kernel', 'server-identity', 'server-records', 'server-worklist', 'server-billing', 'server-denials', 'server-realtime'],
  web: ['contracts', 'web-kernel', 'web-ui', 'web-identity', 'web-records', 'web-worklist', 'web-denials'],
};

/** Projects by their scope tag. */
const scopeOf = (project) => `scope:${project.replace(/^server-/, '').replace(/^web-(?!kernel)/, '')}`;
const WEB = new Set(['web', ...Object.keys(MAY_IMPORT).filter((project) => project.startsWith('web-'))]);

/** The same table as constraints for the linter; tests may use the test harness. */
export const BOUNDARIES = Object.entries(MAY_IMPORT).map(([project, allowed]) => ({
  allSourceTags: [sideOf(project), tagOf(project)],
  onlyDependOnLibsWithTags: [...allowed.map(tagOf), tagOf(project), ...(WEB.has(project) ? [] : ['scope:testing'])],
}));

function sideOf(project) {
  if (['contracts', 'x12', 'samples'].includes(project)) return 'side:any';
  return WEB.has(project) ? 'side:web' : 'side:server';
}

function tagOf(project) {
  return scopeOf(project);
}
