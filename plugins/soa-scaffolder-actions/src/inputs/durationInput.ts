import type { z as zod } from 'zod/v3';

/** The schema of a duration: `{minutes: 30}`. */
export const durationInput = (z: typeof zod) =>
  z
    .object({
      hours: z.number().min(0).max(24).optional(),
      minutes: z.number().min(0).max(1_440).optional(),
      seconds: z.number().min(0).max(86_400).optional(),
    })
    .strict();

/** @returns milliseconds */
export function durationMs(duration: {
  hours?: number;
  minutes?: number;
  seconds?: number;
}): number {
  const { hours = 0, minutes = 0, seconds = 0 } = duration;
  return (hours * 3_600 + minutes * 60 + seconds) * 1_000;
}
