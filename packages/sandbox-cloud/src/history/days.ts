import { fraction } from '../deterministic';

const HOUR_MS = 3_600_000;
const OPENING_HOUR = 8;
const OPEN_HOURS = 10;

export const DAY_MS = 24 * HOUR_MS;
export const HISTORY_DAYS = 14;

/** What a day of the history has happen: `day` 0 is the newest. */
export function everyDay<T>(happening: (day: number) => T[]): T[] {
  return Array.from({ length: HISTORY_DAYS }, (_, day) => day).flatMap(
    happening,
  );
}

/** Some time of a day; the same for the same seed. */
export function anyTime(now: number, day: number, ...seed: unknown[]): number {
  return Math.floor(now - DAY_MS * (day + fraction(day, ...seed)));
}

/** A time at which people work on that day; `undefined` at the weekend. */
export function workingTime(
  now: number,
  day: number,
  ...seed: unknown[]
): number | undefined {
  const midnight = Math.floor(now / DAY_MS - day) * DAY_MS;
  const hours = OPENING_HOUR + OPEN_HOURS * fraction(day, ...seed);
  const time = Math.floor(midnight + hours * HOUR_MS);
  const weekday = new Date(midnight).getUTCDay();
  return weekday === 0 || weekday === 6 || time > now ? undefined : time;
}
