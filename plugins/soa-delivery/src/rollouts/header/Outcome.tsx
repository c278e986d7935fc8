import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Rollout,
  RolloutTargetState,
} from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';
import { doneOf } from './doneOf';

const MOST_NAMES = 5;

/** How far a rollout has come, or what was and was not done, in few words. */
export function Outcome({ rollout }: { rollout: Rollout }) {
  const { state, operation, counts, stages } = rollout;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const progress = { done: String(doneOf(counts)), all: String(counts.all) };
  switch (state) {
    case 'running':
      return <>{t('outcome.running', progress)}</>;
    case 'paused':
      return <>{t('outcome.paused', progress)}</>;
    case 'canceling':
      return <>{t('outcome.canceling')}</>;
    case 'rolling-back':
      return <>{t('outcome.rollingBack')}</>;
    case 'applied':
      return <>{t('outcome.applied', { count: counts.all })}</>;
    case 'destroyed':
      return <>{t('outcome.destroyed', { count: counts.all })}</>;
    default:
  }
  const namesOf = (of: RolloutTargetState) => {
    const keys = stages
      .flatMap(({ waves }) => waves)
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
  const isDestroy = operation === 'destroy';
  const parts = [
    counts.failed > 0 && t('outcome.failed', { names: namesOf('failed') }),
    counts.canceled > 0 &&
      t('outcome.canceled', { names: namesOf('canceled') }),
    counts.applied > 0 &&
      t('outcome.someApplied', { number: String(counts.applied) }),
    counts.destroyed > 0 &&
      t('outcome.someDestroyed', { number: String(counts.destroyed) }),
    counts.rolledBack > 0 &&
      t('outcome.someRolledBack', { number: String(counts.rolledBack) }),
    counts.applied + counts.destroyed + counts.rolledBack === 0 &&
      t(isDestroy ? 'outcome.noneDestroyed' : 'outcome.noneApplied'),
    counts.skipped > 0 &&
      t('outcome.skipped', { number: String(counts.skipped) }),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}
