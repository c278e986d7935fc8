import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  WorkspaceOutput,
  WorkspaceWithOutputs,
} from '@backstage-soa/plugin-soa-common';
import { Fact, Facts, OutputValue } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../translation';

/** What workspaces tell of what they made, the addresses first; nothing secret. */
export function OutputFacts(props: {
  workspaces: readonly WorkspaceWithOutputs[];
}) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const { workspaces } = props;
  const outputs = workspaces.flatMap(workspace =>
    workspace.outputs
      .filter(
        ({ sensitive, value }) =>
          !sensitive && value !== undefined && value !== null,
      )
      .map(output => ({ workspace, output })),
  );
  if (outputs.length === 0) {
    return <Text>{t('sandbox.outputs.none')}</Text>;
  }
  const isUrl = ({ name }: WorkspaceOutput) => name === 'url';
  const nameOf = ({ workspace, output }: (typeof outputs)[number]) => {
    const name = isUrl(output) ? t('sandbox.outputs.url') : output.name;
    return workspaces.length > 1
      ? t('sandbox.outputs.of', { name, workspace: workspace.name })
      : name;
  };
  const shown = [
    ...outputs.filter(({ output }) => isUrl(output)),
    ...outputs.filter(({ output }) => !isUrl(output)),
  ];
  return (
    <Facts>
      {shown.map(({ workspace, output }) => (
        <Fact
          key={`${workspace.id} ${output.name}`}
          name={nameOf({ workspace, output })}
        >
          <OutputValue
            value={output.value}
            accountId={workspace.placement?.account}
          />
        </Fact>
      ))}
    </Facts>
  );
}
