/** What a bench measured: ratios hold inside one run, figures move with the machine. */
export interface Measured {
  figures: Record<string, number>;
  ratios: Record<string, number>;
  /** `figures.firstMs` → `<= 6000`. */
  targets: Record<string, string>;
}

export interface Bench {
  name: string;
  run(): Promise<Measured>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Which targets hold: a figure that falls short is said, never hidden. */
export function judge({ figures, ratios, targets }: Measured): Record<string, boolean> {
  const values: Record<string, number | undefined> = Object.fromEntries([
    ...Object.entries(figures).map(([key, value]) => [`figures.${key}`, value] as const),
    ...Object.entries(ratios).map(([key, value]) => [`ratios.${key}`, value] as const),
  ]);
  return Object.fromEntries(
    Object.entries(targets).map(([key, target]) => {
      const [operator, bound] = target.split(' ');
      const value = values[key];
      const holds = value !== undefined && (operator === '>=' ? value >= Number(bound) : value <= Number(bound));
      return [key, holds];
    }),
  );
}
