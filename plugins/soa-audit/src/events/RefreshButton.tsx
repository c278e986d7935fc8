import { useState } from 'react';
import { Button, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditRefresh } from '@backstage-soa/plugin-soa-common';
import { ErrorState, Time } from '@backstage-soa/plugin-soa-react';
import { soaAuditApiRef } from '../api';
import { soaAuditTranslationRef } from '../translation';

/** Has CloudTrail read now, and says what became of it. */
export function RefreshButton(props: {
  entityRef: string;
  onRefreshed: () => void;
}) {
  const { entityRef, onRefreshed } = props;
  const api = useApi(soaAuditApiRef);
  const { t } = useTranslationRef(soaAuditTranslationRef);
  const [isPending, setIsPending] = useState(false);
  const [answer, setAnswer] = useState<AuditRefresh>();
  const [error, setError] = useState<Error>();
  const refresh = async () => {
    setIsPending(true);
    setError(undefined);
    try {
      setAnswer(await api.refresh(entityRef));
      onRefreshed();
    } catch (reason) {
      setError(reason as Error);
    } finally {
      setIsPending(false);
    }
  };
  if (error) {
    return (
      <ErrorState title={t('refresh.failed')} error={error} onRetry={refresh} />
    );
  }
  return (
    <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
      <Button
        size="small"
        variant="secondary"
        isPending={isPending}
        onPress={refresh}
      >
        {t('refresh.action')}
      </Button>
      <div role="status">{answer && <Answer answer={answer} />}</div>
    </Flex>
  );
}

function Answer({ answer: { items } }: { answer: AuditRefresh }) {
  const { t } = useTranslationRef(soaAuditTranslationRef);
  if (items.length === 0) {
    return <Text color="secondary">{t('refresh.nothing')}</Text>;
  }
  const [oldest] = items.map(({ lastReadAt = '' }) => lastReadAt).sort();
  const isOver = oldest && items.every(({ state }) => state === 'recent');
  return (
    <Text color="secondary">
      {isOver
        ? t('refresh.recent', { time: <Time iso={oldest} /> })
        : t('refresh.started')}
    </Text>
  );
}
