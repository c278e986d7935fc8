import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceRunItem } from '@backstage-soa/plugin-soa-common';
import { ExternalLink } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../../translation';

/** What applying a run does, and where all of it is written. */
export function PlanInWords({ run }: { run: WorkspaceRunItem }) {
  const { plan, isDestroy, url, id } = run;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <>
      {isDestroy && <Text>{t('runs.dialog.destroys')}</Text>}
      {plan && (
        <Text>
          {t('runs.dialog.changes', {
            add: String(plan.add),
            change: String(plan.change),
            destroy: String(plan.destroy),
          })}
        </Text>
      )}
      {plan && plan.import > 0 && (
        <Text>{t('runs.dialog.imports', { number: String(plan.import) })}</Text>
      )}
      <div>
        <ExternalLink href={url}>{id}</ExternalLink>
      </div>
    </>
  );
}
