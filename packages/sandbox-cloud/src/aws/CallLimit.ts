import { AwsError } from './AwsError';

const SECOND_MS = 1_000;

/** So many calls a second for an account and Region; then `ThrottlingException`. */
export class CallLimit {
  readonly #times = new Map<string, number[]>();

  constructor(
    private readonly perSecond: number,
    private readonly now: () => number,
  ) {}

  count(account: string, region: string): void {
    const key = `${account}/${region}`;
    const now = this.now();
    const recent = (this.#times.get(key) ?? []).filter(
      time => time > now - SECOND_MS,
    );
    if (recent.length >= this.perSecond) {
      throw new AwsError('ThrottlingException', 'Rate exceeded');
    }
    this.#times.set(key, [...recent, now]);
  }
}
