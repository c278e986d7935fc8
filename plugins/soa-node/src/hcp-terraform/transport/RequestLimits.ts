import { systemClock } from '../clock';
import type { Clock } from '../clock';
import { RateLimiter } from './RateLimiter';

/**
 * The limits of one user of one host. HCP Terraform allows 30 requests a second
 * and 30 lists of runs a minute, for a user, whatever the token: both leave
 * some to others.
 */
export class RequestLimits {
  readonly requests: RateLimiter;
  readonly runLists: RateLimiter;

  constructor(clock: Clock = systemClock) {
    this.requests = new RateLimiter(25, 1_000, clock, 36);
    this.runLists = new RateLimiter(28, 60_000, clock);
  }
}
