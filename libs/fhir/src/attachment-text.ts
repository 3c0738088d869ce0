/** What can be read of an attachment. */
export interface AttachmentText {
  /** False for pictures, PDF and other content whose text we do not have. */
  hasText: boolean;
  text: string;
  /** The text is longer than `most` characters. */
  isCut: boolean;
}

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** The plain text of an attachment, cut at `most` characters. HTML loses its tags; line ends become `\n`. */
export function attachmentText(contentType: string, data: Uint8Array, most: number): AttachmentText {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  const isHtml = type.trim() === 'text/html' || type.trim() === 'application/xhtml+xml';
  if (!isHtml && !type.trim().startsWith('text/')) return { hasText: false, text: '', isCut: false };
  const charset = /charset="?([\w-]+)/.exec(parameters.join(';'))?.[1] ?? 'utf-8';
  const plain = isHtml ? withoutTags(decoded(data, charset)) : decoded(data, charset);
  const clean = plain.replace(/\r\n?/g, '\n').replace(CONTROLS, ' ').toWellFormed();
  // A cut between the halves of a surrogate pair would leave half a character.
  const text = clean.length > most ? clean.slice(0, most).replace(/[\ud800-\udbff]$/, '') : clean;
  return { hasText: true, text, isCut: clean.length > most };
}

function decoded(data: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(data);
  } catch {
    return new TextDecoder('utf-8').decode(data);
  }
}

function withoutTags(html: string): string {
  const text = html
    .replace(/<(script|style)\b[^>]*>[^]*?<\/\1>/gi, '')
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '');
  return text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
