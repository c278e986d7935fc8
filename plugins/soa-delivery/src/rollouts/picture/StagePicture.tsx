import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutStageProgress } from '@backstage-soa/plugin-soa-common';
import { StateBadge } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';
import { STAGE_TONES } from '../states';
import { flowList } from './flowList';
import { StageGate } from './StageGate';
import { StageSettingsText } from './StageSettingsText';
import { WaveButton } from './WaveButton';
import { wavesOf } from './wavesOf';

/** A stage: its gate, and its waves from left to right. */
export function StagePicture(props: {
  stage: RolloutStageProgress;
  chosenWave: string | undefined;
  onWave: (id: string) => void;
}) {
  const { stage, chosenWave, onWave } = props;
  const { environment, state, approval } = stage;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <Flex
      direction="column"
      gap="2"
      p="3"
      style={{
        background: 'var(--bui-bg-neutral-1)',
        border: '1px solid var(--bui-border-1)',
        borderRadius: 'var(--bui-radius-3)',
        height: '100%',
        boxSizing: 'border-box',
      }}
    >
      <Flex gap="3" align="baseline" style={{ flexWrap: 'wrap' }}>
        <Text as="h3" variant="body-large" weight="bold">
          {environment}
        </Text>
        <StateBadge tone={STAGE_TONES[state]}>
          {t(`stageState.${state}`)}
        </StateBadge>
      </Flex>
      <StageSettingsText stage={stage} />
      <ol style={flowList}>
        {approval && (
          <li>
            <StageGate approval={approval} />
          </li>
        )}
        {wavesOf({ stages: [stage] }).map(placed => (
          <li key={placed.id}>
            <WaveButton
              placed={placed}
              isChosen={placed.id === chosenWave}
              onPress={() => onWave(placed.id)}
            />
          </li>
        ))}
      </ol>
    </Flex>
  );
}
