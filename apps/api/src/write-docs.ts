import 'reflect-metadata';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asyncApi } from '@caseboard/server/realtime';
import { apiDocument } from './docs/api-document.ts';
import { eventList } from './docs/event-list.ts';
import { offlineApp } from './docs/offline-app.ts';

/** `npm run openapi`: writes the interface's documents; CI fails when they differ from what is committed. */
const docs = join(import.meta.dirname, '../../../docs');
await mkdir(join(docs, 'api'), { recursive: true });
const app = await offlineApp();
const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
await writeFile(join(docs, 'api/openapi.json'), asJson(apiDocument(app)));
await writeFile(join(docs, 'api/asyncapi.json'), asJson(asyncApi('1')));
await writeFile(join(docs, 'events.md'), eventList());
console.log('docs/api/openapi.json, docs/api/asyncapi.json and docs/events.md are written.');
process.exit(0);
