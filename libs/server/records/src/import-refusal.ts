import type { ImportFault } from '@caseboard/contracts';

/** The file itself is at fault, so that the import is rejected and not tried again. */
export class ImportRefusal extends Error {
  readonly fault: ImportFault;

  constructor(fault: ImportFault, options?: ErrorOptions) {
    super(fault.code, options);
    this.fault = fault;
  }
}

/** The refusal in an error, however it was wrapped on its way through a reader. */
export function refusalIn(error: unknown): ImportRefusal | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof ImportRefusal) return at;
  }
  return undefined;
}

/** An error fault of the import itself; `code` after `import/`. */
export const importFaultOf = (code: string, message: string): ImportFault => ({
  code: `import/${code}`,
  message,
  severity: 'error',
});
