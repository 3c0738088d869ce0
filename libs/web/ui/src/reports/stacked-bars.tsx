/** One bar: its name, its parts in the order of the legend, its total in words. */
export type StackedBar = { id: string; name: string; parts: readonly number[]; words: string };

/** Props of `StackedBars`. */
export type StackedBarsProps = { label: string; legend: readonly string[]; bars: readonly StackedBar[] };

const totalOf = (bar: StackedBar) => bar.parts.reduce((sum, part) => sum + part, 0);

/** Horizontal stacked bars on one scale, light to dark in the order of age; always shown with their table. */
export function StackedBars({ label, legend, bars }: StackedBarsProps) {
  const most = Math.max(1, ...bars.map(totalOf));
  return (
    <figure
      className="cb-bars"
      role="img"
      aria-label={`${label}. ${bars.map((bar) => `${bar.name} ${bar.words}`).join(', ')}`}
    >
      <ul className="cb-bars-legend" aria-hidden="true">
        {legend.map((name, at) => (
          <li key={name}>
            <span data-step={at + 1} />
            {name}
          </li>
        ))}
      </ul>
      {bars.map((bar) => (
        <div key={bar.id} className="cb-bars-line" aria-hidden="true">
          <span className="cb-cut">{bar.name}</span>
          <span className="cb-bars-track">
            <span className="cb-bars-bar" style={{ width: `${(totalOf(bar) / most) * 86}%` }}>
              {bar.parts.map((part, at) => (
                <span key={legend[at] ?? at} data-step={at + 1} style={{ flexGrow: part }} />
              ))}
            </span>
            <b>{bar.words}</b>
          </span>
        </div>
      ))}
    </figure>
  );
}
