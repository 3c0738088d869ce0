export * from './asyncapi.ts';
export * from './live-worker.module.ts';
export * from './live-io.adapter.ts';
export * from './log-retention.ts';
export * from './realtime.module.ts';
