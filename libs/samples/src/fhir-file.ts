import type { FhirResource } from './fhir-resources.ts';

/** Resources one a line (FHIR bulk data, `application/fhir+ndjson`). */
export function* ndjson(resources: Iterable<FhirResource>): Generator<string> {
  for (const resource of resources) yield `${JSON.stringify(resource)}\n`;
}

/** Resources as one collection Bundle. */
export function* bundle(id: string, at: string, resources: Iterable<FhirResource>): Generator<string> {
  yield `{"resourceType":"Bundle","id":"${id}","type":"collection","timestamp":"${at}","entry":[`;
  let separator = '';
  for (const resource of resources) {
    yield `${separator}${JSON.stringify({ fullUrl: `https://ehr.invalid/fhir/${resource.resourceType}/${resource.id}`, resource })}`;
    separator = ',\n';
  }
  yield ']}\n';
}
