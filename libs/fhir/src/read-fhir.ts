import { faultAt } from './faults.ts';
import type { FhirFault, FhirItem, FhirPlace } from './fhir.types.ts';
import { JsonSplitter } from './json-splitter.ts';
import type { JsonPiece } from './json-splitter.ts';
import { recordOf, textOf } from './json.ts';
import type { Json } from './json.ts';
import { readResource } from './read-resource.ts';

/**
 * Reads FHIR R4 JSON as it comes: a Bundle of any type, NDJSON, or one resource. Holds one resource at a time.
 * Never throws on content: what cannot be read is a fault, and the reader goes on where it can.
 */
export async function* readFhir(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<FhirItem> {
  const splitter = new JsonSplitter();
  const told = { resources: 0, isBroken: false, withoutResource: 0 };
  for await (const bytes of source) for (const piece of splitter.feed(bytes)) yield* itemsOf(piece, told);
  for (const piece of splitter.end()) yield* itemsOf(piece, told);
  yield { kind: 'end', resources: told.resources, isBroken: told.isBroken };
}

interface Told {
  resources: number;
  isBroken: boolean;
  withoutResource: number;
}

function* itemsOf(piece: JsonPiece, told: Told): Generator<FhirItem> {
  if (piece.kind === 'broken' || piece.kind === 'broken-line' || piece.kind === 'too-large') {
    told.isBroken ||= piece.kind === 'broken';
    yield { kind: 'fault', fault: faultOf(piece) };
    return;
  }
  const at: FhirPlace = piece.kind === 'entry' ? { line: piece.line, entry: piece.entry } : { line: piece.line };
  const json = parsed(piece.json);
  if (!json) {
    told.isBroken ||= piece.kind === 'value' && piece.entries > 0;
    yield { kind: 'fault', fault: faultAt('not-json', at, 'this is no valid JSON. It is set aside.') };
  } else if (piece.kind === 'entry') yield* entry(json, at, told);
  else yield* value(json, piece.entries, at, told);
}

function* entry(json: Json, at: FhirPlace, told: Told): Generator<FhirItem> {
  if (json.resource === undefined) told.withoutResource += 1;
  else yield* counted(recordOf(json.resource), textOf(json.fullUrl, 400), at, told);
}

/** The Bundle itself, once all its entries were given; or a resource on its own. */
function* value(json: Json, entries: number, at: FhirPlace, told: Told): Generator<FhirItem> {
  const empty = told.withoutResource;
  told.withoutResource = 0;
  if (json.resourceType !== 'Bundle') yield* counted(json, '', at, told);
  else if (empty > 0) {
    const words = `${empty} of ${entries} entries of the Bundle hold no resource. There is nothing to take from them.`;
    yield { kind: 'fault', fault: faultAt('empty-entries', at, words, 'warning') };
  }
}

function* counted(json: Json, fullUrl: string, at: FhirPlace, told: Told): Generator<FhirItem> {
  told.resources += 1;
  yield* readResource(json, fullUrl, at);
}

function parsed(json: Buffer): Json | undefined {
  try {
    return recordOf(JSON.parse(json.toString('utf8')));
  } catch {
    return undefined;
  }
}

function faultOf(piece: Extract<JsonPiece, { kind: 'broken' | 'broken-line' | 'too-large' }>): FhirFault {
  const { kind, ...at } = piece;
  if (kind === 'too-large')
    return faultAt(
      'too-large',
      at,
      'this resource is larger than 40 MB. It is set aside; send its document as a file.',
    );
  if (kind === 'broken-line') return faultAt('not-json', at, 'this line is no JSON object. It is set aside.');
  return faultAt(
    'broken',
    at,
    'the file stops being JSON here, or was cut off. Export it again and send the whole file.',
  );
}
