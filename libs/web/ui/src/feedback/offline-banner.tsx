import { IconWifiOff } from '@tabler/icons-react';
import { Banner } from './banner.tsx';
import { offlineWords, waitingWords } from './offline.rules.ts';

/** Props of `OfflineBanner`. */
export type OfflineBannerProps = {
  /** Seconds since the connection was lost; show the banner from 3 on. */
  seconds: number;
  /** Clock time with zone of the data on screen, `10:40:11 AM CT`. */
  dataFrom: string;
  /** Changes made here that are not sent yet. */
  waiting?: number;
  /** Lists the waiting changes. */
  onShowWaiting?: (() => void) | undefined;
};

/** "Offline for 2 min. You see data from 10:40:11 AM CT. 2 changes wait." */
export function OfflineBanner({ seconds, dataFrom, waiting = 0, onShowWaiting }: OfflineBannerProps) {
  const seeThem = waiting > 0 && onShowWaiting !== undefined;
  return (
    <Banner
      tone="warn"
      icon={<IconWifiOff size={16} aria-hidden="true" />}
      action={
        seeThem ? (
          <button type="button" className="cb-text-button" onClick={onShowWaiting}>
            See them
          </button>
        ) : undefined
      }
    >
      <b>{offlineWords(seconds)}</b> You see data from {dataFrom}.{waitingWords(waiting)}
    </Banner>
  );
}
