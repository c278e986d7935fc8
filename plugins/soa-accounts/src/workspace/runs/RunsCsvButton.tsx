import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceRunItem } from '@backstage-soa/plugin-soa-common';
import { CsvButton } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../../translation';

/** Has the browser keep runs, one a line. */
export function RunsCsvButton(props: { runs: readonly WorkspaceRunItem[] }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <CsvButton
      name="runs"
      header={[
        t('runs.run'),
        t('runs.state'),
        t('runs.started'),
        t('runs.message'),
      ]}
      rows={() =>
        props.runs.map(({ id, status, createdAt, message }) => [
          id,
          status,
          createdAt,
          message,
        ])
      }
    />
  );
}
