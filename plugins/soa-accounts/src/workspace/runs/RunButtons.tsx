import { Button, Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WORKSPACE_RUN_TYPES } from '@backstage-soa/plugin-soa-common';
import type {
  WorkspaceRuns,
  WorkspaceRunType,
} from '@backstage-soa/plugin-soa-common';
import { soaAccountsTranslationRef } from '../../translation';

/** What the viewer may start, and how to get to what they may not. */
export function RunButtons(props: {
  runs: WorkspaceRuns;
  onStart: (type: WorkspaceRunType) => void;
}) {
  const { may, permittedOn } = props.runs;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const permitted = WORKSPACE_RUN_TYPES.filter(type => may[type]);
  const denied = WORKSPACE_RUN_TYPES.filter(type => !may[type]);
  return (
    <Flex direction="column" gap="2">
      {permitted.length > 0 && (
        <Flex gap="2" role="group" aria-label={t('runs.actions.label')}>
          {permitted.map(type => (
            <Button
              key={type}
              variant="secondary"
              onPress={() => props.onStart(type)}
            >
              {t(`runs.actions.${type}`)}
            </Button>
          ))}
        </Flex>
      )}
      {denied.map(type => (
        <Text key={type} variant="body-small">
          {t(`runs.mayNot.${type}`, { entity: permittedOn })}
        </Text>
      ))}
    </Flex>
  );
}
