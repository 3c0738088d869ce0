import { Banner, ProgressLine } from '@caseboard/web/ui';
import { IconAlertOctagon } from '@tabler/icons-react';
import type { UploadRefusal } from '../uploads.rules.ts';
import type { Uploads } from '../use-uploads.ts';

/** Files on their way with how much of each is sent, and files that were not taken with the reason. */
export function UploadList({ uploads, again, dismiss }: Pick<Uploads, 'uploads' | 'again' | 'dismiss'>) {
  if (uploads.length === 0) return null;
  return (
    <ul className="cb-uploads" aria-label="Files on their way">
      {uploads.map(({ key, name, share, refusal }) => (
        <li key={key}>
          {refusal ? (
            <Refused name={name} refusal={refusal} onAgain={() => again(key)} onDismiss={() => dismiss(key)} />
          ) : (
            <span className="cb-upload">
              <code className="cb-cut">{name}</code>
              <span className="cb-small cb-dim">
                {share < 1 ? `sending, ${Math.round(share * 100)} %` : 'sent, being looked at'}
              </span>
              <ProgressLine percent={share * 100} label={name} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Refused({
  name,
  refusal,
  onAgain,
  onDismiss,
}: {
  name: string;
  refusal: UploadRefusal;
  onAgain: () => void;
  onDismiss: () => void;
}) {
  return (
    <Banner
      tone="bad"
      role="alert"
      boxed
      icon={<IconAlertOctagon size={16} aria-hidden="true" />}
      action={
        <span className="cb-line">
          {refusal.canRetry && (
            <button type="button" className="cb-text-button" onClick={onAgain}>
              Try again
            </button>
          )}
          <button type="button" className="cb-text-button" aria-label={`Dismiss ${name}`} onClick={onDismiss}>
            Dismiss
          </button>
        </span>
      }
    >
      <b>{name} was not taken.</b> {refusal.text}
      {refusal.traceId !== undefined && ` Trace ${refusal.traceId}`}
    </Banner>
  );
}
