/** Time, for whoever waits: replaced in tests. */
export interface Clock {
  /** Milliseconds since some point in the past; never runs backwards. */
  now(): number;

  /** @throws the signal's reason as soon as it is aborted */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;

  /** A signal that is aborted when so much time has gone by. */
  timeout(milliseconds: number): AbortSignal;
}
