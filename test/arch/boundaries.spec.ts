import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAY_IMPORT } from './boundaries.ts';

const root = join(import.meta.dirname, '../..');

interface Graph {
  nodes: Record<string, { data: { tags?: string[] } }>;
  dependencies: Record<string, { target: string }[]>;
}

function projectGraph(): Graph {
  const folder = mkdtempSync(join(tmpdir(), 'graph-'));
  const file = join(folder, 'graph.json');
  execFileSync(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'graph', `--file=${file}`], {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false' },
    stdio: 'ignore',
  });
  const { graph } = JSON.parse(readFileSync(file, 'utf8')) as { graph: Graph };
  rmSync(folder, { recursive: true });
  return graph;
}

describe('who may import whom', () => {
  const graph = projectGraph();
  const ours = Object.keys(graph.nodes);

  it('knows every project, and only those', () => {
    expect(ours.sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it('has no edge that the table does not name', () => {
    const edges = ours.flatMap((from) =>
      (graph.dependencies[from] ?? [])
        .map(({ target }) => ({ from, target }))
        .filter(({ target }) => ours.includes(target)),
    );
    const forbidden = edges.filter(({ from, target }) => target !== 'testing' && !MAY_IMPORT[from]?.includes(target));
    expect(forbidden).toEqual([]);
    expect(edges.length).toBeGreaterThan(20);
  });
});
