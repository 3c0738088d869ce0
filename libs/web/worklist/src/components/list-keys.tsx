import { Kbd } from '@caseboard/web/ui';

/** The keys of a list, where the footer ends. */
export function ListKeys() {
  return (
    <span>
      <Kbd>N</Kbd> Next <Kbd>C</Kbd> Take <Kbd>?</Kbd> Keys
    </span>
  );
}
