import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { notifyError } from '../feedback/toasts.tsx';

/** Props of `ExportButton`; the list's own hook gives them. */
export type ExportButtonProps = {
  /** Fetches the file of exactly what the filters show. */
  take: () => Promise<void>;
  wordsOf: (error: unknown) => { text: string; traceId?: string };
};

/** Takes the list along as CSV, with its filters. */
export function ExportButton({ take, wordsOf }: ExportButtonProps) {
  const [isTaking, setTaking] = useState(false);
  const run = async () => {
    setTaking(true);
    try {
      await take();
    } catch (error) {
      const { text, traceId } = wordsOf(error);
      notifyError('No file was made.', text, traceId);
    } finally {
      setTaking(false);
    }
  };
  return (
    <Button
      leftSection={<IconDownload size={14} />}
      title="Everything the filters show, as a CSV file"
      loading={isTaking}
      onClick={() => void run()}
    >
      CSV
    </Button>
  );
}
