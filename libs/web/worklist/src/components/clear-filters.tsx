/** Shows what filters hide. */
export function ClearFilters({ onClear }: { onClear: () => void }) {
  return (
    <button type="button" className="cb-text-button" onClick={onClear}>
      Show all
    </button>
  );
}
