import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import type { RunContext } from '../runs';

/**
 * What has become of the deploy access of a workspace that is gone: as plain data,
 * which checkpoints keep.
 */
export type AccessReport = {
  /** `going`: the account's access workspace takes its roles away. */
  access: 'gone' | 'going' | 'left';
  /** Why it is left, as a sentence. */
  error?: string;
};

/**
 * Has the roles of a workspace taken away that is gone. Nobody waits for the run
 * that does it, which may need a person.
 *
 * @throws the reason of the signal
 */
export async function removeAccess(
  workspace: string,
  options: {
    delivery: Pick<SoaDeliveryClient, 'removeAccess'>;
    componentRef: string;
    credentials: BackstageCredentials;
  },
  { checkpoint, signal }: Pick<RunContext, 'checkpoint' | 'signal'>,
): Promise<AccessReport> {
  const { delivery, componentRef, credentials } = options;
  try {
    return await checkpoint(`access.${workspace}`, async () => {
      const { items } = await delivery.removeAccess(
        { componentRef, workspace },
        { credentials, signal },
      );
      return { access: items.length > 0 ? 'going' : 'gone' } as const;
    });
  } catch (error) {
    signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    return { access: 'left', error: `${reason.replace(/\.$/, '')}.` };
  }
}
