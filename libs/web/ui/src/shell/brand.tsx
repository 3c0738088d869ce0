/** The mark and the name. */
export function Brand() {
  return (
    <span className="cb-brand">
      <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
        <path d="M1 2h4v14H1zM7 2h10v4H7zM7 8h7v4H7zM7 14h4v2H7z" fill="currentColor" />
      </svg>
      <b>Caseboard</b>
    </span>
  );
}
