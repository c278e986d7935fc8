// Longer than a few requests may take.
const IN_FLIGHT_MS = 60_000;

/**
 * Whether another replica may be at it at this moment, or was when its time was up.
 *
 * @param requestedAt - when it was last begun
 * @param longestMs - how long it may take
 */
export function inFlight(
  requestedAt: string | undefined,
  now: Date,
  longestMs = IN_FLIGHT_MS,
): boolean {
  return (
    requestedAt !== undefined &&
    now.getTime() - Date.parse(requestedAt) < longestMs
  );
}
