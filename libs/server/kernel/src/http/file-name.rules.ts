/** A file's name as it is kept: without folders and control characters, at most 200 characters. */
export function fileNameOf(sent: string | undefined): string {
  const last = (sent ?? '').split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').trim().slice(0, 200) || 'unnamed';
}
