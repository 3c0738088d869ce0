import { IconUpload } from '@tabler/icons-react';
import { useRef, useState, type ChangeEvent, type DragEvent } from 'react';

/** Props of `ImportDropZone`. */
export type ImportDropZoneProps = {
  onFiles: (files: readonly File[]) => void;
  /** What may be dropped, in words. */
  kinds?: string;
  /** Why nothing can be taken now, for instance offline; the zone is off while it is set. */
  offReason?: string | undefined;
};

const usualKinds = '835, 837, 999, 277CA, 277, FHIR bundles, code sets. gzip and zip are fine.';

/** Takes files by drop or by choosing; both lead to the same act. */
export function ImportDropZone({ onFiles, kinds = usualKinds, offReason }: ImportDropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const isOff = offReason !== undefined;

  const hover = (event: DragEvent) => {
    if (isOff || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!isOff && event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files]);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.currentTarget.files ?? [])]);
    event.currentTarget.value = '';
  };

  return (
    <div
      className="cb-drop"
      data-over={isOver || undefined}
      data-off={isOff || undefined}
      onDragEnter={hover}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconUpload size={16} aria-hidden="true" />
      <span>
        <b className="cb-medium">Drop files here</b> or{' '}
        <button type="button" className="cb-text-button" disabled={isOff} onClick={() => input.current?.click()}>
          choose
        </button>
        . {offReason ?? kinds}
      </span>
      <input ref={input} type="file" multiple hidden aria-label="Files to import" disabled={isOff} onChange={choose} />
    </div>
  );
}
