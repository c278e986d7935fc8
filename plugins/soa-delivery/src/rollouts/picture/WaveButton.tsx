import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateBadge } from '@backstage-soa/plugin-soa-react';
import type { CSSProperties } from 'react';
import { soaDeliveryTranslationRef } from '../../translation';
import { WAVE_TONES } from '../states';
import { countGroups } from '../targets/targetGroup';
import { PlacementMarks } from './PlacementMarks';
import { TimeLeft } from './TimeLeft';
import { useWaveName } from './useWaveName';
import { WaveChecksText } from './WaveChecksText';
import type { PlacedWave } from './wavesOf';

const look: CSSProperties = {
  background: 'var(--bui-bg-neutral-2)',
  border: '2px solid var(--bui-border-1)',
  borderRadius: 'var(--bui-radius-3)',
  color: 'inherit',
  cursor: 'pointer',
  display: 'flex',
  flexDirection: 'column',
  font: 'inherit',
  gap: 'var(--bui-space-1)',
  height: '100%',
  padding: 'var(--bui-space-2)',
  textAlign: 'start',
  width: 156,
};
const chosenLook: CSSProperties = {
  ...look,
  border: '2px solid var(--bui-fg-primary)',
};

/** A wave of the picture; pressed, its placements are the ones that are shown. */
export function WaveButton(props: {
  placed: PlacedWave;
  isChosen: boolean;
  onPress: () => void;
}) {
  const { placed, isChosen, onPress } = props;
  const { state, bakeUntil, checks, targets } = placed.wave;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const nameOf = useWaveName();
  const counts = countGroups(targets);
  const lines = [
    t('picture.done', {
      done: String(counts.done),
      all: String(targets.length),
    }),
    counts.failed > 0 && t('picture.failed', { number: String(counts.failed) }),
    counts.person > 0 && t('picture.person', { number: String(counts.person) }),
    counts.active > 0 && t('picture.active', { number: String(counts.active) }),
    counts['rolled-back'] > 0 &&
      t('picture.rolledBack', { number: String(counts['rolled-back']) }),
  ];
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onPress}
      style={isChosen ? chosenLook : look}
    >
      <Text weight="bold">{nameOf(placed)}</Text>
      <StateBadge tone={WAVE_TONES[state]}>
        {t(`waveState.${state}`)}
      </StateBadge>
      <PlacementMarks targets={targets} />
      <Text variant="body-small">{lines.filter(Boolean).join(' · ')}</Text>
      {state === 'baking' && bakeUntil && <TimeLeft until={bakeUntil} />}
      {checks.length > 0 && <WaveChecksText checks={checks} />}
    </button>
  );
}
