import { ConflictError, InputError } from '@backstage/errors';
import { soaAccessReleasePermission } from '@backstage-soa/plugin-soa-common';
import type {
  DeployAccess,
  DeployAccessRequest,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import { projectName } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import pLimit from 'p-limit';
import { isWorkspaceGone } from '../abandoned';
import { AccessHolds } from '../AccessHolds';
import { isManaged } from '../settings';
import type { AccessSettings } from '../settings';
import { takenByAnother } from '../store';
import type { AccessEntry, AccessStore } from '../store';
import { accountsOf, identityOf, keyOf, nameOf } from './accessKeys';
import { accessProblems } from './accessProblems';
import { toDeployAccess } from './toDeployAccess';

const AT_ONCE = 10;

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
    const problems = await accessProblems(managed, this.options);
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
    const served = await this.#served([...entries.values()]);
    return placements.map((placement): DeployAccess => {
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
      const its = entry && served.get(entry)!;
      // Asked for again, what has failed is tried again.
      return its && !(dryRun && its.state === 'failed')
        ? its
        : { workspace, account, state: 'absent', reason: its?.reason };
    });
  }

  /** Those of some placements that cannot begin yet, by their position. */
  async held(
    targets: ReadonlyArray<{ position: number; placement: ResolvedPlacement }>,
  ): Promise<Map<number, DeployAccess>> {
    const { store, settings } = this.options;
    const holds = await AccessHolds.read(store, settings, new Date());
    const held = new Map(
      targets.flatMap(({ position, placement }) => {
        const entry = holds.of(placement);
        return entry && holds.holds(placement) ? [[position, entry]] : [];
      }),
    );
    const served = await this.#served([...held.values()]);
    return new Map(
      [...held].map(([position, entry]) => [position, served.get(entry)!]),
    );
  }

  /** All that was asked for a component, and how far it is. */
  async list(
    componentRef: string,
  ): Promise<{ items: DeployAccess[]; requestedBy: Set<string> }> {
    const entries = await this.options.store.list({ componentRef });
    return {
      items: [...(await this.#served(entries)).values()],
      requestedBy: new Set(entries.map(entry => entry.requestedBy)),
    };
  }

  /**
   * Has the access of a component, or of one workspace of it, taken away. Doing so
   * again changes nothing, but tries again what has failed.
   *
   * @param options - `isRelease`: whether a person answers for it that what the
   *   token does not see is gone
   * @returns what is left of it until it is gone
   * @throws ConflictError where there is still something to destroy with it, or may
   *   be
   */
  async remove(
    componentRef: string,
    workspace: string | undefined,
    options: { requestedBy: string; isRelease: boolean },
  ): Promise<DeployAccess[]> {
    const { store, settings } = this.options;
    const entries = (await store.list({ componentRef })).filter(
      entry => !workspace || nameOf(entry) === workspace,
    );
    const limit = pLimit(AT_ONCE);
    await Promise.all(
      entries.map(entry =>
        limit(() => this.#refuseUndestroyed(entry, options)),
      ),
    );
    const isOurs = ({ account }: AccessEntry) => isManaged(settings, account);
    await store.remove(entries.filter(isOurs), options.requestedBy);
    await store.forget(entries.filter(entry => !isOurs(entry)));
    const left = await this.list(componentRef);
    return left.items.filter(
      item => !workspace || item.workspace === workspace,
    );
  }

  async #refuseUndestroyed(
    entry: AccessEntry,
    { isRelease }: { isRelease: boolean },
  ): Promise<void> {
    const client = this.options.hcpTerraform.client(entry.organization);
    const found = await client.findWorkspace(entry.workspace);
    if (found && found.resourceCount !== 0) {
      throw new ConflictError(
        `The workspace ${nameOf(
          entry,
        )} still has resources, which could not be destroyed without its roles: destroy them first`,
      );
    }
    if (!found && !isRelease && !(await isWorkspaceGone(entry, client))) {
      throw new ConflictError(
        `The portal's token sees neither the workspace ${nameOf(
          entry,
        )} nor its project ${
          entry.project
        }, so that both may be there still and need these roles: let the token see the project, and try again. If they are gone, take the component out of the catalog; then whoever has the permission ${
          soaAccessReleasePermission.name
        } takes the access away`,
      );
    }
  }

  async #entriesOf(
    placements: readonly ResolvedPlacement[],
  ): Promise<Map<string, AccessEntry>> {
    const { store } = this.options;
    const lists = await Promise.all(
      accountsOf(placements.map(keyOf)).map(of => store.list(of)),
    );
    return new Map(lists.flat().map(entry => [identityOf(entry), entry]));
  }

  /** Entries as they are served, in their order. */
  async #served(
    entries: readonly AccessEntry[],
  ): Promise<Map<AccessEntry, DeployAccess>> {
    const { store, hcpTerraform } = this.options;
    const records = new Map(
      await Promise.all(
        accountsOf(entries).map(
          async ({ organization, account }) =>
            [
              `${organization}/${account}`,
              await store.account(organization, account),
            ] as const,
        ),
      ),
    );
    return new Map(
      entries.map(entry => [
        entry,
        toDeployAccess(
          entry,
          records.get(`${entry.organization}/${entry.account}`),
          hcpTerraform,
        ),
      ]),
    );
  }
}
