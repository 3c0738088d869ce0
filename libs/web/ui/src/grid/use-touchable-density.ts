import { useSyncExternalStore } from 'react';
import type { Density } from './grid.types.ts';

const coarse = '(pointer: coarse)';

const subscribe = (changed: () => void) => {
  const query = window.matchMedia(coarse);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** The chosen density, or 44 px rows where a finger does the pointing. */
export function useTouchableDensity(chosen: Density = 'regular'): Density {
  const isCoarse = useSyncExternalStore(subscribe, () => window.matchMedia(coarse).matches);
  return isCoarse ? 'comfy' : chosen;
}
