import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { fullEntityRef } from '@backstage-soa/plugin-soa-common';
import { durationToMilliseconds } from '@backstage/types';

/** How workspaces come by the roles that they deploy with. */
export interface AccessSettings {
  /** Whether this portal has them made. */
  enabled: boolean;
  /** The component whose workspaces are the accounts' access workspaces. */
  componentRef: string;
  /** The accounts in which somebody else has them made. */
  exceptAccounts: ReadonlySet<string>;
  /** How long roles that were just made take until AWS knows them everywhere. */
  settleMs: number;
}

const KEY = 'soa.access';
const DEFAULT_COMPONENT = 'component:default/account-baseline';
const DEFAULT_SETTLE_MS = 10_000;

/** @throws InputError that names the key at fault */
export function readAccessSettings(config: RootConfigService): AccessSettings {
  const access = config.getOptionalConfig(KEY);
  const component = access?.getOptionalString('component') ?? DEFAULT_COMPONENT;
  const componentRef = fullEntityRef(component, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  if (!componentRef?.startsWith('component:')) {
    throw new InputError(
      `${KEY}.component is "${component}": write the reference of a component, such as ${DEFAULT_COMPONENT}`,
    );
  }
  const accounts = access?.getOptionalStringArray('exceptAccounts') ?? [];
  accounts.forEach((account, index) => {
    if (!/^\d{12}$/.test(account)) {
      throw new InputError(
        `${KEY}.exceptAccounts[${index}] is "${account}": write the 12-digit id of an account, in quotes`,
      );
    }
  });
  return {
    enabled: access?.getOptionalBoolean('enabled') ?? true,
    componentRef,
    exceptAccounts: new Set(accounts),
    settleMs: access?.has('settle')
      ? durationToMilliseconds(
          readDurationFromConfig(access, { key: 'settle' }),
        )
      : DEFAULT_SETTLE_MS,
  };
}
