import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutEvent } from '@backstage-soa/plugin-soa-common';
import { EntityLink, Time } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';
import { eventColor } from './eventColor';

/** One thing that has happened: what, by whom, when, and in which words. */
export function HistoryItem({ event }: { event: RolloutEvent }) {
  const { at, kind, actor, environment, wave, placement, comment } = event;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const what = t(`history.${kind}`, {
    environment: environment ?? '',
    wave: String(wave ?? ''),
    placement: placement ?? '',
  });
  return (
    <li
      style={{
        paddingBlock: 'var(--bui-space-1)',
        paddingInlineStart: 'var(--bui-space-3)',
        position: 'relative',
      }}
    >
      <span
        aria-hidden="true"
        style={{
          background: eventColor(kind),
          borderRadius: 'var(--bui-radius-full)',
          height: 10,
          insetInlineStart: -6,
          position: 'absolute',
          top: 11,
          width: 10,
        }}
      />
      <Text>
        {actor
          ? t('history.byActor', {
              what,
              actor: <EntityLink entityRef={actor} />,
            })
          : what}
      </Text>{' '}
      <Text variant="body-small" color="secondary">
        <Time iso={at} />
      </Text>
      {comment && (
        <div>
          <Text variant="body-small">{actor ? `“${comment}”` : comment}</Text>
        </div>
      )}
    </li>
  );
}
