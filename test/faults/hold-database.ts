import { startEmbeddedPostgres } from '../../libs/server/kernel/src/embedded-postgres/index.ts';

/**
 * Stands in for the API in the stories about its database: starts it on the folder given as first argument,
 * says where it is and holds it until killed. Runs without a build, by Node's own type stripping.
 */
const dataDir = process.argv[2] ?? '';
const say = (message: object): void => console.log(JSON.stringify(message));

try {
  const { adminUrl, port } = await startEmbeddedPostgres({ dataDir, log: (line) => say({ log: line }) });
  say({ adminUrl, port });
  setInterval(() => undefined, 60_000);
} catch (error) {
  const { code, message } = error as Error & { code?: string };
  say({ code, message });
}
