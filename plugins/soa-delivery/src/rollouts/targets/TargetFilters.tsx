import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';
import { FilterGroup, FilterSelect } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';
import { useWaveName } from '../picture/useWaveName';
import type { PlacedWave } from '../picture/wavesOf';
import { countGroups, TARGET_GROUPS } from './targetGroup';
import type { TargetsChoice } from './useTargetsChoice';

/** Narrows the placements to a wave, and to what has become of them. */
export function TargetFilters(props: {
  waves: readonly PlacedWave[];
  /** Those of the wave that is chosen. */
  targets: readonly RolloutTarget[];
  choice: TargetsChoice;
}) {
  const { waves, targets, choice } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const nameOf = useWaveName();
  const counts = countGroups(targets);
  return (
    <FilterGroup>
      {waves.length > 1 && (
        <FilterSelect
          label={t('filter.wave')}
          anyLabel={t('filter.allWaves')}
          offered={waves.map(placed => ({
            value: placed.id,
            label: t('picture.ofStage', {
              environment: placed.environment,
              wave: nameOf(placed),
            }),
          }))}
          chosen={choice.wave}
          onChange={wave => choice.choose({ wave })}
        />
      )}
      <FilterSelect
        label={t('filter.placementState')}
        offered={TARGET_GROUPS.filter(
          group => counts[group] > 0 || group === choice.group,
        ).map(group => ({
          value: group,
          label: t('targets.counted', {
            state: t(`targetGroup.${group}`),
            number: String(counts[group]),
          }),
        }))}
        chosen={choice.group}
        onChange={group => choice.choose({ group })}
      />
    </FilterGroup>
  );
}
