const listeners = new Set<() => void>();

/** Called when the server says, by HTTP or by socket, that nobody is signed in any more. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says so to whoever listens. */
export const tellSignedOut = (): void => listeners.forEach((listener) => listener());
