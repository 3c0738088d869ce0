import { problem } from '@caseboard/contracts';
import * as z from 'zod/mini';
import { ApiError } from './api-error.ts';

const accepted = z.object({ id: z.string() });

/** Sends one file to `/imports`, telling how much is on its way (0 to 1). Answers the import's id; throws ApiError. */
export const uploadImport = async (file: File, onProgress: (share: number) => void): Promise<string> =>
  (await upload('/imports', accepted, file, onProgress)).id;

/** Sends one file as the field `file` of a form, telling how much is on its way (0 to 1). Throws ApiError. */
export function upload<Reply>(
  path: string,
  reply: z.core.$ZodType<Reply>,
  file: File,
  onProgress: (share: number) => void,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1${path}`);
    request.setRequestHeader('Idempotency-Key', crypto.randomUUID());
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new ApiError(0, undefined));
    request.onload = () => {
      const body: unknown = parseJson(request.responseText);
      const answer = z.safeParse(reply, body);
      if (request.status < 300 && answer.success) resolve(answer.data);
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
