export { freePort } from '../../server/kernel/src/embedded-postgres/free-port.ts';
