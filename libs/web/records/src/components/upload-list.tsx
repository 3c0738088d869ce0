import { ErrorStrip, ProgressLine } from '@caseboard/web/ui';
import type { Uploads } from '../use-uploads.ts';

/** Files on their way with how much of each is sent, and files that were not taken with the reason. */
export function UploadList({ uploads, again, dismiss }: Pick<Uploads, 'uploads' | 'again' | 'dismiss'>) {
  if (uploads.length === 0) return null;
  return (
    <ul className="cb-uploads" aria-label="Files on their way">
      {uploads.map(({ key, name, share, refusal }) => (
        <li key={key}>
          {refusal ? (
            <ErrorStrip title={`${name} was not taken.`} traceId={refusal.traceId} onRetry={() => again(key)}>
              {refusal.text}{' '}
              <button type="button" className="cb-text-button" onClick={() => dismiss(key)}>
                Dismiss
              </button>
            </ErrorStrip>
          ) : (
            <span className="cb-upload">
              <code className="cb-cut">{name}</code>
              <span className="cb-small cb-dim">{share < 1 ? `sending, ${Math.round(share * 100)} %` : 'sent, being looked at'}</span>
              <ProgressLine percent={share * 100} label={name} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
