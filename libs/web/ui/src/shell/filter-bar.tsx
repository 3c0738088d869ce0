import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Kbd } from '../marks/kbd.tsx';

/** One applied filter, written as field, operator, value. */
export type FilterChip = { id: string; field: string; op: string; value: string };

/** Props of `FilterBar`. */
export type FilterBarProps = {
  filters: readonly FilterChip[];
  onRemove: (id: string) => void;
  /** Opens the value of a chip for change. */
  onEdit?: ((id: string) => void) | undefined;
  /** Opens "add a filter" (`F`). */
  onAdd?: (() => void) | undefined;
  /** Replaces the plain add button, for instance with a menu around it. */
  addSlot?: ReactNode;
  /** The reserved place of `UpdatesPill`, so that it never covers a row. */
  end?: ReactNode;
};

/** Applied filters as chips, a way to add one, and the place of the updates pill. */
export function FilterBar({ filters, onRemove, onEdit, onAdd, addSlot, end }: FilterBarProps) {
  return (
    <div className="cb-filter-bar" role="group" aria-label="Filters">
      <span className="cb-filters">
        {filters.map((filter) => (
          <Chip key={filter.id} filter={filter} onRemove={onRemove} onEdit={onEdit} />
        ))}
        {addSlot}
        {onAdd !== undefined && (
          <button type="button" className="cb-filter-add" aria-keyshortcuts="F" onClick={onAdd}>
            <IconPlus size={14} aria-hidden="true" />
            Filter
            <Kbd>F</Kbd>
          </button>
        )}
      </span>
      <span className="cb-filter-end">{end}</span>
    </div>
  );
}

function Chip({
  filter,
  onRemove,
  onEdit,
}: {
  filter: FilterChip;
  onRemove: (id: string) => void;
  onEdit?: ((id: string) => void) | undefined;
}) {
  const words = `${filter.field} ${filter.op} ${filter.value}`;
  const sentence = (
    <>
      <b>{filter.field}</b>
      <i>{filter.op}</i>
      <span className="cb-cut">{filter.value}</span>
    </>
  );
  return (
    <span className="cb-filter">
      {onEdit === undefined ? (
        sentence
      ) : (
        <button type="button" aria-label={`Change filter ${words}`} onClick={() => onEdit(filter.id)}>
          {sentence}
        </button>
      )}
      <button
        type="button"
        className="cb-filter-remove"
        aria-label={`Remove filter ${words}`}
        onClick={() => onRemove(filter.id)}
      >
        <IconX size={12} aria-hidden="true" />
      </button>
    </span>
  );
}
