import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CsvButton } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { outputText } from './outputText';
import type { PlacedOutput } from './placedOutputs';

/** Has the browser keep outputs, one a line. */
export function OutputsCsvButton(props: { outputs: readonly PlacedOutput[] }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <CsvButton
      name="outputs"
      header={[
        t('column.accountId'),
        t('column.account'),
        t('column.region'),
        t('column.environment'),
        t('column.workspace'),
        t('column.output'),
        t('column.value'),
      ]}
      rows={() =>
        props.outputs.map(
          ({ account, region, environment, workspaceName, output }) => [
            account.id,
            account.name,
            region,
            environment,
            workspaceName,
            output.name,
            output.sensitive ? undefined : outputText(output.value),
          ],
        )
      }
    />
  );
}
