import { problem } from '@caseboard/contracts';
import * as z from 'zod/mini';
import { ApiError } from './api-error.ts';

const accepted = z.object({ id: z.string() });

/** Sends one file to `/imports`, telling how much is on its way (0 to 1). Answers the import's id; throws ApiError. */
export function uploadImport(file: File, onProgress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/imports');
    request.setRequestHeader('Idempotency-Key', crypto.randomUUID());
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new ApiError(0, undefined));
    request.onload = () => {
      const body: unknown = parseJson(request.responseText);
      const answer = z.safeParse(accepted, body);
      if (request.status === 202 && answer.success) resolve(answer.data.id);
      else reject(new ApiError(request.status, z.safeParse(problem, body).data));
    };
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
