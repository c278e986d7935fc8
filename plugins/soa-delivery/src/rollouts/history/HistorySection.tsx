import { useId } from 'react';
import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutEvent } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';
import { HistoryItem } from './HistoryItem';

/** What has happened to a rollout, the newest first. */
export function HistorySection(props: { events: readonly RolloutEvent[] }) {
  const { events } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Flex direction="column" gap="2">
        <Text as="h2" variant="title-x-small" id={titleId}>
          {t('history.title')}
        </Text>
        {events.length === 0 ? (
          <Text color="secondary">{t('history.empty')}</Text>
        ) : (
          <ol
            reversed
            style={{
              borderInlineStart: '2px solid var(--bui-border-2)',
              listStyle: 'none',
              margin: 0,
              marginInlineStart: 'var(--bui-space-2)',
              padding: 0,
            }}
          >
            {events
              .map((event, index) => <HistoryItem key={index} event={event} />)
              .reverse()}
          </ol>
        )}
      </Flex>
    </section>
  );
}
