import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaDeliveryTranslationRef } from '../../translation';
import { TARGET_GROUPS } from '../targets/targetGroup';
import type { TargetGroup } from '../targets/targetGroup';
import { PlacementMark } from './PlacementMark';

/** What the marks stand for: those that are there. */
export function PictureLegend(props: { counts: Record<TargetGroup, number> }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <Flex gap="3" style={{ flexWrap: 'wrap' }}>
      {TARGET_GROUPS.filter(group => props.counts[group] > 0).map(group => (
        <Text key={group} variant="body-small">
          <svg width={10} height={10} viewBox="0 0 10 10" aria-hidden="true">
            <PlacementMark group={group} />
          </svg>{' '}
          {t('targets.counted', {
            state: t(`targetGroup.${group}`),
            number: String(props.counts[group]),
          })}
        </Text>
      ))}
    </Flex>
  );
}
