import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  soaRolloutApprovePermission,
  soaWorkspaceApplyPermission,
} from '@backstage-soa/plugin-soa-common';
import type { ApprovalRecord, ListedRollout } from '../store';

/** Whoever looks at rollouts, and what they may do with them. */
export class Viewer {
  static async of(
    credentials: BackstageCredentials,
    options: {
      auth: AuthService;
      permissions: PermissionsService;
      userInfo: UserInfoService;
    },
  ): Promise<Viewer> {
    if (!options.auth.isPrincipal(credentials, 'user')) {
      return new Viewer(credentials, options.permissions, undefined, []);
    }
    const { userEntityRef } = credentials.principal;
    const info = await options.userInfo.getUserInfo(credentials);
    return new Viewer(
      credentials,
      options.permissions,
      userEntityRef,
      info.ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US')),
    );
  }

  private constructor(
    private readonly credentials: BackstageCredentials,
    private readonly permissions: PermissionsService,
    /** Absent if it is no person. */
    readonly userRef: string | undefined,
    private readonly ownershipRefs: readonly string[],
  ) {}

  /** Whether rollouts of some components may be steered, and approved. */
  async mayOf(
    componentRefs: readonly string[],
  ): Promise<Map<string, { steer: boolean; approve: boolean }>> {
    const refs = [...new Set(componentRefs)];
    if (!this.userRef || refs.length === 0) {
      return new Map(refs.map(ref => [ref, { steer: false, approve: false }]));
    }
    const answers = await this.permissions.authorize(
      refs.flatMap(resourceRef => [
        { permission: soaWorkspaceApplyPermission, resourceRef },
        { permission: soaRolloutApprovePermission, resourceRef },
      ]),
      { credentials: this.credentials },
    );
    const isAllowed = (index: number) =>
      answers[index].result === AuthorizeResult.ALLOW;
    return new Map(
      refs.map((ref, index) => [
        ref,
        { steer: isAllowed(index * 2), approve: isAllowed(index * 2 + 1) },
      ]),
    );
  }

  /**
   * Why the viewer is not one of those who are asked, if so; whether they have the
   * permission is another question.
   */
  whyNot(
    approval: ApprovalRecord,
    { initiator }: Pick<ListedRollout, 'initiator'>,
  ): string | undefined {
    const { groups, notInitiator } = approval;
    if (!this.userRef) {
      return 'Only a person can decide';
    }
    if (notInitiator && this.userRef === initiator) {
      return 'Whoever started a rollout cannot decide on it: ask another member';
    }
    return groups.length === 0 ||
      groups.some(group => this.ownershipRefs.includes(group))
      ? undefined
      : `Only members of ${groups.join(', ')} can decide`;
  }
}
