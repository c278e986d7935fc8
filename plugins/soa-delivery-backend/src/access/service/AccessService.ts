import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  DeployAccess,
  DeployAccessRequest,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import { HcpTerraformError, projectName } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import { AccessHolds } from '../AccessHolds';
import { findAccessWorkspace } from '../findAccessWorkspace';
import { isManaged } from '../settings';
import type { AccessSettings } from '../settings';
import { takenByAnother } from '../store';
import type { AccessEntry, AccessKey, AccessStore } from '../store';
import { toDeployAccess } from './toDeployAccess';

/** What is asked for, and how far it is; who may ask was seen to before. */
export class AccessService {
  constructor(
    private readonly options: {
      store: AccessStore;
      hcpTerraform: HcpTerraform;
      settings: AccessSettings;
    },
  ) {}

  /**
   * Asks for what is missing, unless it is a dry run.
   *
   * @throws InputError if an account has no access workspace; ConflictError if a
   *   workspace is another component's
   */
  async request(
    request: DeployAccessRequest,
    requestedBy: string,
  ): Promise<DeployAccess[]> {
    const { store, settings } = this.options;
    const { componentRef, owner, placements, dryRun } = request;
    const managed = placements.filter(({ account }) =>
      isManaged(settings, account),
    );
    const problems = await this.#problems(managed);
    if (!dryRun) {
      if (problems.size > 0) {
        throw new InputError(
          `placements: ${[...problems.values()].join('. ')}`,
        );
      }
      await store.request(
        managed.map(placement => ({
          ...keyOf(placement),
          project: projectName(owner),
          runtime: placement.runtime,
          componentRef,
          requestedBy,
        })),
      );
    }
    const entries = await this.#entriesOf(managed);
    return Promise.all(
      placements.map(async (placement): Promise<DeployAccess> => {
        const { workspace, account } = placement;
        if (!managed.includes(placement)) {
          return { workspace, account, state: 'unmanaged' };
        }
        const problem = problems.get(account);
        if (problem) {
          return { workspace, account, state: 'failed', reason: `${problem}.` };
        }
        const entry = entries.get(identityOf(keyOf(placement)));
        if (entry && entry.componentRef !== componentRef) {
          const reason = `${takenByAnother(entry)}.`;
          return { workspace, account, state: 'failed', reason };
        }
        return entry
          ? this.#served(entry)
          : { workspace, account, state: 'absent' };
      }),
    );
  }

  /** Those of some placements that cannot begin yet, by their position. */
  async held(
    targets: ReadonlyArray<{ position: number; placement: ResolvedPlacement }>,
  ): Promise<Map<number, DeployAccess>> {
    const { store, settings } = this.options;
    const holds = await AccessHolds.read(store, settings, new Date());
    const held = new Map<number, DeployAccess>();
    for (const { position, placement } of targets) {
      const entry = holds.of(placement);
      if (entry && holds.holds(placement)) {
        held.set(position, await this.#served(entry));
      }
    }
    return held;
  }

  /** All that was asked for a component, and how far it is. */
  async list(
    componentRef: string,
  ): Promise<{ items: DeployAccess[]; requestedBy: Set<string> }> {
    const entries = await this.options.store.list({ componentRef });
    return {
      items: await Promise.all(entries.map(entry => this.#served(entry))),
      requestedBy: new Set(entries.map(entry => entry.requestedBy)),
    };
  }

  /**
   * Has the access of a component, or of one workspace of it, taken away.
   *
   * @throws ConflictError where there is still something to destroy with it
   */
  async remove(
    componentRef: string,
    workspace: string | undefined,
  ): Promise<DeployAccess[]> {
    const { store } = this.options;
    const entries = (await store.list({ componentRef })).filter(
      entry => !workspace || nameOf(entry) === workspace,
    );
    if (workspace && entries.length === 0) {
      throw new NotFoundError(
        `Nobody has asked for deploy access of ${workspace} for ${componentRef}`,
      );
    }
    for (const entry of entries) {
      await this.#refuseUndestroyed(entry);
    }
    await store.remove(entries);
    return (await this.list(componentRef)).items;
  }

  async #refuseUndestroyed(entry: AccessEntry): Promise<void> {
    const found = await this.options.hcpTerraform
      .client(entry.organization)
      .findWorkspace(entry.workspace);
    if (found && found.resourceCount !== 0) {
      throw new ConflictError(
        `The workspace ${nameOf(
          entry,
        )} still has resources, which could not be destroyed without its roles: destroy them first`,
      );
    }
  }

  /** Why accounts have no access workspace, by account. */
  async #problems(
    placements: readonly ResolvedPlacement[],
  ): Promise<Map<string, string>> {
    const { hcpTerraform, settings } = this.options;
    const problems = new Map<string, string>();
    const looked = new Set<string>();
    for (const placement of placements) {
      const { organization, account, workspace } = keyOf(placement);
      const where = `${organization}/${account}`;
      if (!looked.has(where)) {
        looked.add(where);
        const found = await findAccessWorkspace(
          hcpTerraform.client(organization),
          { account, componentRef: settings.componentRef },
        ).catch(notAnswered);
        if ('problem' in found) {
          problems.set(account, found.problem);
        } else if (found.workspace?.name === workspace) {
          problems.set(
            account,
            `${placement.workspace} is the access workspace of account ${account}, which gives itself no roles: they are made before it`,
          );
        }
      }
    }
    return problems;
  }

  async #entriesOf(
    placements: readonly ResolvedPlacement[],
  ): Promise<Map<string, AccessEntry>> {
    const { store } = this.options;
    const accounts = new Map(
      placements.map(placement => {
        const { organization, account } = keyOf(placement);
        return [`${organization}/${account}`, { organization, account }];
      }),
    );
    const lists = await Promise.all(
      [...accounts.values()].map(of => store.list(of)),
    );
    return new Map(lists.flat().map(entry => [identityOf(entry), entry]));
  }

  async #served(entry: AccessEntry): Promise<DeployAccess> {
    const { store, hcpTerraform } = this.options;
    return toDeployAccess(
      entry,
      await store.account(entry.organization, entry.account),
      hcpTerraform,
    );
  }
}

/** What is not known now is seen later: asking for it does no harm. */
function notAnswered(error: unknown): { workspace?: { name: string } } {
  if (error instanceof HcpTerraformError) {
    return {};
  }
  throw error;
}

function keyOf({ workspace, account }: ResolvedPlacement): AccessKey {
  const [organization, name] = workspace.split('/');
  return { organization, account, workspace: name };
}

function identityOf({ organization, account, workspace }: AccessKey): string {
  return [organization, account, workspace].join('/');
}

function nameOf({ organization, workspace }: AccessKey): string {
  return `${organization}/${workspace}`;
}
