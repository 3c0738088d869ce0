import { useColleagues } from '@caseboard/web/kernel';
import { bodyParts } from '@caseboard/web/ui';

/** The words of a message, names that were called in marked. */
export function MessageBody({ body }: { body: string }) {
  const { byId } = useColleagues();
  return bodyParts(body, [...byId.values()]).map(({ text, personId }, at) =>
    personId === undefined ? text : <mark key={at}>{text}</mark>,
  );
}
