import { createHash } from 'node:crypto';
import type {
  Attribution,
  AttributionRule,
  PlacementItem,
  Workspace,
  WorkspaceOutput,
} from '@backstage-soa/plugin-soa-common';
import { ArnOwners } from './ArnOwners';

const CONFIDENCE: Record<AttributionRule, number> = {
  run: 1,
  role: 0.95,
  resource: 0.9,
  account: 0.6,
  'user-agent': 0.4,
};

const MARKER = /backstage\/(component:[a-z0-9._-]+\/[a-z0-9._-]+)/i;

/** What of an event says whose it is. */
export interface AttributedFacts {
  account: string;
  /** `organization/name`, of a proven run. */
  workspace?: string;
  roleArn?: string;
  arns: Iterable<string>;
  userAgent?: string;
}

/** What the inventory says of whose is what, for looking up. */
export class AttributionIndex {
  readonly #components = new ArnOwners();
  readonly #workspaces = new ArnOwners();
  /** By `organization/name`. */
  readonly #byWorkspace = new Map<
    string,
    { id: string; componentRef?: string }
  >();
  readonly #componentsByAccount = new Map<string, Set<string>>();
  readonly #taskRoles = new Set<string>();
  /** Changes when an event may have to be attributed anew. */
  readonly version: string;

  constructor(
    readonly accounts: ReadonlySet<string>,
    workspaces: ReadonlyArray<{
      workspace: Workspace;
      outputs: readonly WorkspaceOutput[];
    }>,
    placements: readonly PlacementItem[],
  ) {
    for (const { workspace, outputs } of workspaces) {
      const { id, componentRef, organization, name, roles } = workspace;
      this.#byWorkspace.set(`${organization}/${name}`, { id, componentRef });
      for (const role of [roles.plan, roles.apply]) {
        this.#add(role, workspace, 'role');
      }
      for (const arn of outputs.flatMap(({ value }) => arnsIn(value))) {
        const isRole = /^arn:aws[a-z-]*:iam::\d{12}:role\//.test(arn);
        this.#add(arn, workspace, isRole ? 'role' : 'resource');
        if (isRole && componentRef) {
          this.#taskRoles.add(arn);
        }
      }
    }
    for (const { account, componentRef } of placements) {
      const components = this.#componentsByAccount.get(account.id) ?? new Set();
      this.#componentsByAccount.set(account.id, components.add(componentRef));
    }
    this.version = this.#fingerprint();
  }

  /** Whether the role is one that a service's own code runs in. */
  isTaskRole(arn: string | undefined): boolean {
    return arn !== undefined && this.#taskRoles.has(arn);
  }

  /** Whose an event is, each entity once, by the strongest rule. */
  attribute(event: AttributedFacts): Attribution[] {
    const found = new Map<string, Attribution>();
    const add = (entityRef: string, rule: AttributionRule) => {
      const confidence = CONFIDENCE[rule];
      if ((found.get(entityRef)?.confidence ?? 0) < confidence) {
        found.set(entityRef, { entityRef, rule, confidence });
      }
    };
    const owner = this.#byWorkspace.get(event.workspace ?? '')?.componentRef;
    if (owner) {
      add(owner, 'run');
    }
    for (const entityRef of this.#components.of(event.roleArn)) {
      add(entityRef, 'role');
    }
    for (const entityRef of this.#components.ofLeastShared(event.arns)) {
      add(entityRef, 'resource');
    }
    const marked = MARKER.exec(event.userAgent ?? '')?.[1];
    const marker = marked?.toLocaleLowerCase('en-US');
    const residents = this.#componentsByAccount.get(event.account);
    if (marker && residents?.has(marker)) {
      add(marker, 'user-agent');
    }
    if (found.size === 0 && residents?.size === 1) {
      add([...residents][0], 'account');
    }
    return [...found.values()].sort((a, b) => b.confidence - a.confidence);
  }

  /** The ids of the workspaces whose run, role or resource an event names. */
  workspacesOf({ workspace, roleArn, arns }: AttributedFacts): string[] {
    const run = this.#byWorkspace.get(workspace ?? '');
    return [
      ...new Set([
        ...(run ? [run.id] : []),
        ...this.#workspaces.of(roleArn),
        ...this.#workspaces.ofLeastShared(arns),
      ]),
    ];
  }

  #add(
    arn: string | undefined,
    { id, componentRef }: Workspace,
    rule: AttributionRule,
  ): void {
    if (arn) {
      this.#workspaces.add(arn, id, rule);
      if (componentRef) {
        this.#components.add(arn, componentRef, rule);
      }
    }
  }

  #fingerprint(): string {
    const lines = [
      ...this.#components.lines(),
      ...this.#workspaces.lines(),
      ...[...this.#byWorkspace].map(
        ([name, { id, componentRef }]) => `${name} ${id} ${componentRef}`,
      ),
      ...[...this.#componentsByAccount].flatMap(([account, refs]) =>
        [...refs].map(ref => `${account} ${ref}`),
      ),
      ...this.accounts,
    ];
    return createHash('sha256')
      .update(lines.sort().join('\n'))
      .digest('hex')
      .slice(0, 16);
  }
}

function arnsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return /^arn:aws[a-z-]*:/.test(value) ? [value] : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(arnsIn)
    : [];
}
