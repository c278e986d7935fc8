import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Rollout,
  RolloutTargetState,
} from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../translation';

const MOST_NAMES = 5;

/** How far a rollout has come, or what was and was not done, in few words. */
export function Outcome({ rollout }: { rollout: Rollout }) {
  const { state, counts, waves } = rollout;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const namesOf = (of: RolloutTargetState) => {
    const keys = waves
      .flatMap(({ targets }) => targets)
      .filter(target => target.state === of)
      .map(({ placement }) => placement.key);
    const names = keys.slice(0, MOST_NAMES).join(', ');
    return keys.length > MOST_NAMES
      ? t('outcome.andMore', {
          names,
          number: String(keys.length - MOST_NAMES),
        })
      : names;
  };
  if (state === 'running') {
    return (
      <>
        {t('applied', {
          applied: String(counts.applied),
          all: String(counts.all),
        })}
      </>
    );
  }
  if (state === 'applied') {
    return <>{t('outcome.applied', { count: counts.all })}</>;
  }
  const parts = [
    counts.failed > 0 && t('outcome.failed', { names: namesOf('failed') }),
    counts.canceled > 0 &&
      t('outcome.canceled', { names: namesOf('canceled') }),
    counts.applied > 0
      ? t('outcome.someApplied', { number: String(counts.applied) })
      : t('outcome.noneApplied'),
    counts.skipped > 0 &&
      t('outcome.skipped', { number: String(counts.skipped) }),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}
