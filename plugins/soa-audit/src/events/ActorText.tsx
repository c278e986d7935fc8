import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Actor, ActorKind } from '@backstage-soa/plugin-soa-common';
import { EntityLink, ExternalLink } from '@backstage-soa/plugin-soa-react';
import {
  RiCloudLine,
  RiCpuLine,
  RiGitMergeLine,
  RiLoginBoxLine,
  RiQuestionLine,
  RiUserLine,
} from '@remixicon/react';
import { soaAuditTranslationRef } from '../translation';

const ICONS: Record<ActorKind, typeof RiUserLine> = {
  person: RiUserLine,
  pipeline: RiGitMergeLine,
  workload: RiCpuLine,
  'aws-service': RiCloudLine,
  'external-account': RiLoginBoxLine,
  unknown: RiQuestionLine,
};

/** Who it was: kind and name, with the run of a pipeline. */
export function ActorText({ actor }: { actor: Actor }) {
  const { kind, name, entityRef, runId, runUrl, claim } = actor;
  const { t } = useTranslationRef(soaAuditTranslationRef);
  const Icon = ICONS[kind];
  return (
    <div>
      <Text>
        <Icon
          size={14}
          aria-hidden="true"
          style={{ verticalAlign: 'text-bottom' }}
        />{' '}
        {t('actor.named', {
          kind: t(`actor.${kind}`),
          name: entityRef ? <EntityLink entityRef={entityRef} /> : name,
        })}
      </Text>
      {runId && runUrl && (
        <div>
          <ExternalLink href={runUrl}>{runId}</ExternalLink>
        </div>
      )}
      {claim && (
        <div>
          <Text variant="body-small" color="secondary">
            {t('actor.claim', { claim })}
          </Text>
        </div>
      )}
    </div>
  );
}
