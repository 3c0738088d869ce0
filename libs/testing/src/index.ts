export { eventually } from './eventually.ts';
export { fixedClock, type FixedClock } from './fixed-clock.ts';
export { freePort } from '@caseboard/server/kernel';
export { moduleApp, type ModuleApp } from './module-app.ts';
export { redisServer, type RedisServer } from './redis-server.ts';
export { runSql } from './run-sql.ts';
export { TcpProxy } from './tcp-proxy.ts';
export { testDatabase, type TestDatabase } from './test-database.ts';
export { anOrganisation, asking, testUnitOfWork, type TestOrganisation } from './an-organisation.ts';
