import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Rollout } from '@backstage-soa/plugin-soa-common';
import { useId } from 'react';
import { soaDeliveryTranslationRef } from '../../translation';
import { countGroups } from '../targets/targetGroup';
import { flowList } from './flowList';
import { PictureLegend } from './PictureLegend';
import { StagePicture } from './StagePicture';
import { wavesOf } from './wavesOf';

/** How a rollout goes through its stages and waves, and how far it has come. */
export function RolloutPicture(props: {
  rollout: Rollout;
  chosenWave: string | undefined;
  onWave: (id: string) => void;
}) {
  const { rollout, chosenWave, onWave } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const titleId = useId();
  const waves = wavesOf(rollout);
  return (
    <section aria-labelledby={titleId}>
      <Flex direction="column" gap="2">
        <Flex gap="3" align="baseline" style={{ flexWrap: 'wrap' }}>
          <Text as="h2" variant="title-x-small" id={titleId}>
            {t('picture.title')}
          </Text>
          {waves.length > 1 && (
            <Text variant="body-small" color="secondary">
              {t('picture.hint')}
            </Text>
          )}
        </Flex>
        <ol style={flowList}>
          {rollout.stages.map((stage, index) => (
            <li
              key={stage.environment}
              style={{ display: 'flex', alignItems: 'center' }}
            >
              {index > 0 && (
                <Text
                  aria-hidden="true"
                  color="secondary"
                  style={{ paddingInlineEnd: 'var(--bui-space-2)' }}
                >
                  →
                </Text>
              )}
              <StagePicture
                stage={stage}
                chosenWave={chosenWave}
                onWave={onWave}
              />
            </li>
          ))}
        </ol>
        <PictureLegend
          counts={countGroups(waves.flatMap(({ wave }) => wave.targets))}
        />
      </Flex>
    </section>
  );
}
