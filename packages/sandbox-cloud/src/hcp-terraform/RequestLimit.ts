import { HcpError } from './HcpError';

/** So many requests in any stretch of time; then 429, with how long to wait. */
export class RequestLimit {
  #times: number[] = [];

  constructor(
    private readonly limit: number,
    private readonly milliseconds: number,
    private readonly now: () => number,
  ) {}

  count(): void {
    const now = this.now();
    this.#times = this.#times.filter(time => time > now - this.milliseconds);
    if (this.#times.length >= this.limit) {
      const seconds = (this.#times[0] + this.milliseconds - now) / 1_000;
      throw new HcpError(429, 'You have exceeded the rate limit.', {
        'x-ratelimit-limit': String(this.limit),
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': seconds.toFixed(3),
      });
    }
    this.#times.push(now);
  }
}
