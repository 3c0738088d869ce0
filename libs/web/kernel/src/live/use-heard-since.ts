import { useEffect, useState } from 'react';
import { useLiveConnection } from './live-provider.tsx';

/**
 * Whether anything happened on one of these channels after a state of the log: for pages whose numbers are counted on
 * demand and do not change under the reader. `channels` must be stable; nothing is followed while `since` is undefined.
 */
export function useHeardSince(channels: readonly string[], since: number | undefined): boolean {
  const connection = useLiveConnection();
  const [heard, setHeard] = useState<number>();
  useEffect(() => {
    if (since === undefined) return undefined;
    const tell = () => setHeard(since);
    const stops = channels.map((channel) => {
      const follow = async () => {
        const reply = await connection.subscribe(channel, since, undefined);
        if (reply?.ok && reply.mode !== 'live') tell();
      };
      const stop = connection.listen(channel, {
        onFrame: ({ seq, resync }) => {
          if (resync || seq > since) tell();
        },
        onHead: (head) => {
          if (head > since) tell();
        },
        onConnected: () => void follow(),
        onClosed: () => undefined,
      });
      void follow();
      return stop;
    });
    return () => stops.forEach((stop) => stop());
  }, [connection, channels, since]);
  return since !== undefined && heard === since;
}
