import { Alert, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  SandboxEnvironment,
  WorkspaceWithOutputs,
} from '@backstage-soa/plugin-soa-common';
import {
  EntityLink,
  Fact,
  Facts,
  LoadedContent,
  Time,
} from '@backstage-soa/plugin-soa-react';
import type { Loaded } from '@backstage-soa/plugin-soa-react';
import { TimeLeft } from '../reservations/TimeLeft';
import { soaDeliveryTranslationRef } from '../translation';
import { OutputFacts } from './OutputFacts';
import { SandboxRollout } from './SandboxRollout';
import { SandboxState } from './SandboxState';

/** How long a sandbox environment is there, whose it is, and where one finds it. */
export function SandboxEnvironmentFacts(props: {
  environment: SandboxEnvironment;
  workspaces: Loaded<WorkspaceWithOutputs[]>;
}) {
  const { environment, workspaces } = props;
  const { state, expiresAt, requestedBy, message } = environment;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <>
      {state === 'failed' && (
        <Alert
          status="danger"
          icon
          title={t('sandbox.notDestroyed')}
          description={message}
        />
      )}
      <Facts>
        <Fact name={t('sandbox.state')}>
          <SandboxState environment={environment} />
        </Fact>
        <Fact
          name={t(
            Date.parse(expiresAt) < Date.now()
              ? 'sandbox.expired'
              : 'sandbox.expires',
          )}
        >
          <Text>
            <TimeLeft until={expiresAt} />
          </Text>{' '}
          <Text>
            (<Time iso={expiresAt} />)
          </Text>
        </Fact>
        <Fact name={t('sandbox.requestedBy')}>
          <EntityLink entityRef={requestedBy} />
        </Fact>
        <Fact name={t('sandbox.rollout')}>
          <SandboxRollout environment={environment} />
        </Fact>
      </Facts>
      <LoadedContent
        loaded={workspaces}
        loading={t('sandbox.outputs.loading')}
        failed={t('sandbox.outputs.failed')}
      >
        {loaded => <OutputFacts workspaces={loaded} />}
      </LoadedContent>
    </>
  );
}
