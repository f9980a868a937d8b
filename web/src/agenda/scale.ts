// How many pixels an hour is: so that the shortest appointment can be hit with a finger (WCAG 2.5.8: 24 by 24).
export const TARGET_PX = 24;
const HOUR_PX_MIN = 72;
const HOUR_PX_MAX = 144;

export function hourPx(lengths: number[]): number {
  const shortest = Math.min(60, ...lengths);
  return Math.max(HOUR_PX_MIN, Math.min(HOUR_PX_MAX, Math.ceil((TARGET_PX * 60) / shortest)));
}
