import { createHash } from 'node:crypto';
import type {
  Attribution,
  AttributionRule,
  Workspace,
  WorkspaceOutput,
} from '@backstage-soa/plugin-soa-common';
import type { NamedArns } from '../record';
import { ArnOwners } from './ArnOwners';
import { arnsIn } from './arnsIn';

const CONFIDENCE: Record<AttributionRule, number> = {
  run: 1,
  role: 0.95,
  resource: 0.9,
  account: 0.6,
  'user-agent': 0.4,
};

const MARKER = /backstage\/(component:[a-z0-9._-]+\/[a-z0-9._-]+)/i;

/** The outputs by which modules name the roles that code runs in. */
export const TASK_ROLE_OUTPUTS = new Set([
  'task_role_arn',
  'execution_role_arn',
]);
const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\//;

/** What of an event says whose it is. */
export interface AttributedFacts {
  account: string;
  /** Of a proven run: its id, if that is known, and `organization/name`. */
  workspace?: { id?: string; name: string };
  roleArn?: string;
  arns: NamedArns;
  userAgent?: string;
}

/** A workspace, and what it says that it has made. */
export interface WorkspaceFacts {
  workspace: Workspace;
  outputs: readonly WorkspaceOutput[];
}

/**
 * What the inventory says of whose is what, for looking up.
 *
 * The tags of workspaces say where a component is. What its own files say, its
 * placements in the catalog and the outputs of its Terraform code, holds within
 * these accounts only: whoever writes it must not come to see other accounts.
 */
export class AttributionIndex {
  readonly #components = new ArnOwners();
  readonly #workspaces = new ArnOwners();
  readonly #byId = new Map<string, Workspace>();
  /** By `organization/name`. */
  readonly #byName = new Map<string, Workspace>();
  readonly #componentsByAccount = new Map<string, Set<string>>();
  readonly #servicesByAccount = new Map<string, Set<string>>();
  readonly #taskRoles = new Set<string>();
  /** Changes when an event may have to be attributed anew. */
  readonly version: string;

  /**
   * @param isWhole - whether the facts are all there are. Of a part, nothing is
   *   taken from there being nobody else: an event keeps whom it is given to
   */
  constructor(
    readonly accounts: ReadonlySet<string>,
    facts: readonly WorkspaceFacts[],
    readonly isWhole = true,
  ) {
    const accountsOf = new Map<string, Set<string>>();
    const deployRoles = new Set<string | undefined>();
    for (const { workspace } of facts) {
      const { id, componentRef, organization, name, roles } = workspace;
      this.#byId.set(id, workspace);
      this.#byName.set(`${organization}/${name}`, workspace);
      deployRoles.add(roles.plan).add(roles.apply);
      const account = workspace.placement?.account;
      if (componentRef && account) {
        addTo(accountsOf, componentRef, account);
        addTo(this.#componentsByAccount, account, componentRef);
        // What the account itself is given does not make it a shared one.
        if (workspace.placement?.runtime !== 'platform') {
          addTo(this.#servicesByAccount, account, componentRef);
        }
      }
    }
    for (const { workspace, outputs } of facts) {
      const { componentRef, roles } = workspace;
      const accountsOfOwner = componentRef
        ? accountsOf.get(componentRef) ?? new Set<string>()
        : undefined;
      const add = (arn: string, rule: AttributionRule) =>
        this.#add(arn, workspace, accountsOfOwner, rule);
      for (const role of [roles.plan, roles.apply]) {
        if (role) {
          add(role, 'role');
        }
      }
      for (const { name, value } of outputs) {
        for (const arn of arnsIn(value)) {
          const isTaskRole =
            TASK_ROLE_OUTPUTS.has(name) &&
            ROLE.test(arn) &&
            !deployRoles.has(arn);
          // It may be the deploy role of a workspace that is not known yet.
          const rule = isTaskRole && isWhole ? 'role' : 'resource';
          const isOwn = add(arn, rule);
          if (isOwn && isTaskRole && componentRef) {
            this.#taskRoles.add(arn);
          }
        }
      }
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
    const owner = this.#workspaceOf(event)?.componentRef;
    if (owner) {
      add(owner, 'run');
    }
    for (const entityRef of this.#components.ofRole(event.roleArn)) {
      add(entityRef, 'role');
    }
    for (const entityRef of this.#components.ofEvent(
      event.arns,
      event.account,
      { isOwned: owner !== undefined, isWhole: this.isWhole },
    )) {
      add(entityRef, 'resource');
    }
    const services = this.#servicesByAccount.get(event.account);
    // Whatever else the caller names, elsewhere or in the user agent: that must
    // not take an event from who is alone in the account.
    if (this.isWhole && services?.size === 1) {
      add([...services][0], 'account');
    }
    const marked = MARKER.exec(event.userAgent ?? '')?.[1];
    const marker = marked?.toLocaleLowerCase('en-US');
    const residents = this.#componentsByAccount.get(event.account);
    if (marker && residents?.has(marker)) {
      add(marker, 'user-agent');
    }
    return [...found.values()].sort((a, b) => b.confidence - a.confidence);
  }

  /** The ids of the workspaces whose run, role or resource an event names. */
  workspacesOf(event: AttributedFacts): string[] {
    const run = this.#workspaceOf(event);
    return [
      ...new Set([
        ...(run ? [run.id] : []),
        ...this.#workspaces.ofRole(event.roleArn),
        ...this.#workspaces.ofEvent(event.arns, event.account, {
          isOwned: run !== undefined,
          isWhole: this.isWhole,
        }),
      ]),
    ];
  }

  /** Names change hands; a run stays that of the workspace that it was in. */
  #workspaceOf({ workspace }: AttributedFacts): Workspace | undefined {
    return workspace?.id
      ? this.#byId.get(workspace.id)
      : this.#byName.get(workspace?.name ?? '');
  }

  /** @returns whether it is the workspace's */
  #add(
    arn: string,
    { id, componentRef }: Workspace,
    accounts: ReadonlySet<string> | undefined,
    rule: AttributionRule,
  ): boolean {
    if (componentRef) {
      this.#components.add(arn, accounts, componentRef, rule);
    }
    return this.#workspaces.add(arn, accounts, id, rule);
  }

  #fingerprint(): string {
    const lines = [
      ...this.#components.lines(),
      ...this.#workspaces.lines(),
      ...[...this.#byName].map(
        ([name, { id, componentRef }]) => `${name} ${id} ${componentRef}`,
      ),
      ...[...this.#componentsByAccount].flatMap(([account, refs]) =>
        [...refs].map(ref => `${account} ${ref}`),
      ),
      ...[...this.#servicesByAccount].flatMap(([account, refs]) =>
        [...refs].map(ref => `${account} ${ref} service`),
      ),
      ...[...this.#taskRoles].map(arn => `${arn} task`),
      ...this.accounts,
      ...(this.isWhole ? [] : ['part']),
    ];
    return createHash('sha256')
      .update(lines.sort().join('\n'))
      .digest('hex')
      .slice(0, 16);
  }
}

function addTo(map: Map<string, Set<string>>, key: string, value: string) {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}
