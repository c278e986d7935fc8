import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { accountEntityRef } from '@backstage-soa/plugin-soa-common';
import type { Workspace } from '@backstage-soa/plugin-soa-common';
import {
  EntityLink,
  ExternalLink,
  StateBadge,
  Time,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';

/** What a workspace is, what it holds, and whether that is still so. */
export function WorkspaceFacts({ workspace }: { workspace: Workspace }) {
  const { placement, componentRef, lastAppliedAt, resourceCount } = workspace;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const facts: Array<[string, ReactNode]> = [
    [
      t('workspace.name'),
      <ExternalLink key="url" href={workspace.url}>
        {workspace.name}
      </ExternalLink>,
    ],
    [t('workspace.organization'), workspace.organization],
    [t('workspace.project'), workspace.projectName],
    [
      t('workspace.component'),
      componentRef && <EntityLink entityRef={componentRef} />,
    ],
    [t('workspace.environment'), placement?.environment],
    [
      t('workspace.account'),
      placement && (
        <EntityLink entityRef={accountEntityRef(placement.account)} />
      ),
    ],
    [t('workspace.region'), placement?.region],
    [t('workspace.runtime'), placement?.runtime],
    [t('workspace.resourceCount'), resourceCount?.toString()],
    [t('workspace.lastApplied'), lastAppliedAt && <Time iso={lastAppliedAt} />],
    [t('workspace.drift'), <DriftText key="drift" {...workspace} />],
  ];
  return (
    <EntityInfoCard title={t('workspace.facts')}>
      <dl
        style={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
          gap: 'var(--bui-space-4)',
          margin: 0,
        }}
      >
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>
              <Text variant="body-small" weight="bold">
                {label}
              </Text>
            </dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>
              <Text>{value || '–'}</Text>
            </dd>
          </div>
        ))}
      </dl>
    </EntityInfoCard>
  );
}

function DriftText({ drifted, drift }: Pick<Workspace, 'drifted' | 'drift'>) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  if (drifted === undefined) {
    return <>{t('workspace.driftUnknown')}</>;
  }
  const { resources, checkedAt } = drift ?? {};
  return (
    <>
      {drifted ? (
        <StateBadge tone="attention">
          {resources
            ? t('workspace.driftedResources', { count: resources })
            : t('workspace.drifted')}
        </StateBadge>
      ) : (
        <StateBadge tone="good">{t('workspace.inSync')}</StateBadge>
      )}
      {checkedAt && (
        <div>
          <Text variant="body-small">
            {t('workspace.driftChecked')} <Time iso={checkedAt} />
          </Text>
        </div>
      )}
    </>
  );
}
