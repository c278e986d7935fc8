/** What a workspace has made, and where. */
export interface AlarmedWorkspace {
  name: string;
  tags: Readonly<Record<string, string>>;
  resourceCount: number;
}

export interface Place {
  account: string;
  region: string;
}

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export interface Alarm {
  name: string;
  metric: string;
  state: AlarmState;
  /** Milliseconds since 1970. */
  since: number;
}

const METRICS: Record<string, string> = {
  errors: '5XXError',
  health: 'UnHealthyHostCount',
};

const keyOf = ({ account, region }: Place, name: string) =>
  `${account}/${region}/${name}`;

/** The alarms of what is deployed: two of each workspace, well until told otherwise. */
export class Alarms {
  readonly #told = new Map<string, Pick<Alarm, 'state' | 'since'>>();

  constructor(
    private readonly workspaces: () => readonly AlarmedWorkspace[],
    private readonly now: () => number,
  ) {}

  in(place: Place): Alarm[] {
    return this.workspaces()
      .filter(
        ({ tags, resourceCount }) =>
          resourceCount > 0 &&
          tags['soa-account'] === place.account &&
          tags['soa-region'] === place.region,
      )
      .flatMap(workspace =>
        Object.entries(METRICS).map(([kind, metric]) => {
          const name = `${workspace.name}-${kind}`;
          const told = this.#told.get(keyOf(place, name));
          return { name, metric, state: 'OK' as const, since: 0, ...told };
        }),
      );
  }

  /** @returns whether there is such an alarm */
  set(place: Place, name: string, state: AlarmState): boolean {
    const isThere = this.in(place).some(alarm => alarm.name === name);
    if (isThere) {
      this.#told.set(keyOf(place, name), { state, since: this.now() });
    }
    return isThere;
  }
}
