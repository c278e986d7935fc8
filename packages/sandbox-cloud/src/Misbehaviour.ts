/** How the next requests shall be answered instead. */
export interface MisbehaviourRule {
  /** `organizations`, `cloudtrail`, `sts` or `hcp-terraform`. */
  service: string;
  /** The AWS operation, or a piece of the path; any if absent. */
  operation?: string;
  kind: 'throttle' | 'error' | 'drop' | 'not-found';
  times: number;
}

/** Misbehaves on request, a counted number of times. */
export class Misbehaviour {
  readonly #rules: MisbehaviourRule[] = [];

  add(rule: MisbehaviourRule): void {
    this.#rules.push({ ...rule });
  }

  /** What to do instead of answering this request, if anything. */
  take(
    service: string,
    operation: string,
  ): MisbehaviourRule['kind'] | undefined {
    const rule = this.#rules.find(
      candidate =>
        candidate.times > 0 &&
        candidate.service === service &&
        (!candidate.operation || operation.includes(candidate.operation)),
    );
    if (!rule) {
      return undefined;
    }
    rule.times -= 1;
    return rule.kind;
  }
}
