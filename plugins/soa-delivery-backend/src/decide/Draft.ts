import type {
  ApprovalRecord,
  EventRecord,
  RolloutChange,
  RolloutRecord,
  TargetChange,
  TargetRecord,
  WaveChange,
} from '../store';

/** A rollout as it becomes while it is decided on, and what is changed of it. */
export class Draft {
  readonly rollout: RolloutRecord;
  #changes = 0;
  readonly #fields: NonNullable<RolloutChange['rollout']> = {};
  readonly #targets = new Map<number, TargetChange>();
  readonly #waves = new Map<number, WaveChange>();
  readonly #approvals = new Map<string, Partial<ApprovalRecord>>();
  readonly #newApprovals: ApprovalRecord[] = [];
  readonly #events: EventRecord[] = [];

  constructor(rollout: RolloutRecord) {
    this.rollout = {
      ...rollout,
      targets: rollout.targets.map(target => ({ ...target })),
      waves: rollout.waves.map(wave => ({ ...wave })),
      approvals: rollout.approvals.map(approval => ({ ...approval })),
    };
  }

  /** How often something was changed. */
  get changes(): number {
    return this.#changes;
  }

  get change(): RolloutChange {
    return {
      rollout: this.#fields,
      targets: this.#targets,
      waves: this.#waves,
      approvals: this.#approvals,
      newApprovals: this.#newApprovals,
      events: this.#events,
    };
  }

  set(fields: NonNullable<RolloutChange['rollout']>): void {
    this.#changes += 1;
    Object.assign(this.rollout, fields);
    Object.assign(this.#fields, fields);
  }

  setTarget({ position }: TargetRecord, change: TargetChange): void {
    this.#changes += 1;
    Object.assign(this.rollout.targets[position], change);
    this.#targets.set(position, { ...this.#targets.get(position), ...change });
  }

  setWave(wave: number, change: WaveChange): void {
    this.#changes += 1;
    Object.assign(this.rollout.waves[wave], change);
    this.#waves.set(wave, { ...this.#waves.get(wave), ...change });
  }

  setApproval(
    approval: ApprovalRecord,
    change: Partial<Pick<ApprovalRecord, 'state' | 'openedAt'>>,
  ): void {
    this.#changes += 1;
    Object.assign(approval, change);
    if (this.#newApprovals.includes(approval)) {
      return;
    }
    const { id } = approval;
    this.#approvals.set(id, { ...this.#approvals.get(id), ...change });
  }

  addApproval(approval: ApprovalRecord): void {
    this.#changes += 1;
    this.rollout.approvals.push(approval);
    this.#newApprovals.push(approval);
  }

  tell(event: EventRecord): void {
    this.#events.push(event);
  }
}
