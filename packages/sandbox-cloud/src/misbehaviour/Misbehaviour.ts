import { fraction } from '../deterministic';
import { REFUSALS } from './MisbehaviourRule';
import type {
  MisbehaviourRule,
  Oddity,
  Refusal,
  SandboxService,
} from './MisbehaviourRule';

/** Misbehaves on request, a counted number of times. */
export class Misbehaviour {
  #rules: MisbehaviourRule[] = [];

  add(rule: MisbehaviourRule): void {
    this.#rules.push({ ...rule });
  }

  /** Behaves from now on, whatever was asked for. */
  clear(): void {
    this.#rules = [];
  }

  /** What to do instead of answering this request, if anything. */
  refuse(service: SandboxService, operation: string): Refusal | undefined {
    return this.#take(service, operation, REFUSALS);
  }

  /**
   * Whether to do this odd thing in answering this request.
   *
   * @param subject - what a share is taken of; the operation if absent
   */
  isOdd(
    kind: Oddity,
    service: SandboxService,
    operation: string,
    subject?: string,
  ): boolean {
    return this.#take(service, operation, [kind], subject) !== undefined;
  }

  #take<Kind extends Refusal | Oddity>(
    service: SandboxService,
    operation: string,
    kinds: readonly Kind[],
    subject = operation,
  ): Kind | undefined {
    const rule = this.#rules.find(
      candidate =>
        candidate.service === service &&
        (kinds as readonly string[]).includes(candidate.kind) &&
        (!candidate.operation || operation.includes(candidate.operation)) &&
        isOfShare(candidate, subject),
    );
    if (!rule) {
      return undefined;
    }
    rule.times -= 1;
    this.#rules = this.#rules.filter(({ times }) => times > 0);
    return rule.kind as Kind;
  }
}

function isOfShare({ share, seed, kind }: MisbehaviourRule, subject: string) {
  return share === undefined || fraction(seed, kind, subject) < share;
}
