const ALWAYS_ALLOWED = 5;

/** What became of the things that a source gave before. */
export interface Removal {
  /** How many were known. */
  known: number;
  /** How many of these are not there any more. */
  gone: number;
  /** How many there are now, new ones too. */
  left: number;
}

/**
 * How much may be removed at once of what a source gave before. A token or role
 * that may read less than it did gives a short list, and no error.
 */
export class RemovalLimit {
  /** @param percentage - of what is known; some few may always go */
  constructor(private readonly percentage: number) {}

  /**
   * @param what - in the plural: accounts
   * @throws if more is gone than can be believed
   */
  check(what: string, { known, gone, left }: Removal): void {
    const most = Math.max(ALWAYS_ALLOWED, (known * this.percentage) / 100);
    if (this.percentage < 100 && gone > 0 && (gone > most || left === 0)) {
      throw new Error(
        `at least ${gone} of ${known} known ${what} are not there any more, too many at once to be believed: check what the token or role may read; if they have been removed, set soa.accounts.rejectRemovalsAbovePercentage to 100 for one read`,
      );
    }
  }
}
