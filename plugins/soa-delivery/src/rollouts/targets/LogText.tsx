import { useLayoutEffect, useRef } from 'react';
import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutLog } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';

/** What was printed, from its end: there it says what went wrong. */
export function LogText({ log }: { log: RolloutLog }) {
  const { runId, phase, text, isTruncated } = log;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const box = useRef<HTMLPreElement>(null);
  useLayoutEffect(() => {
    if (box.current) {
      box.current.scrollTop = box.current.scrollHeight;
    }
  }, [runId, phase]);
  const title = t(`log.${phase}`, { run: runId });
  if (!text) {
    return <Text>{t('log.empty')}</Text>;
  }
  return (
    <Flex direction="column" gap="2">
      <Text variant="body-small">{title}</Text>
      {isTruncated && <Text variant="body-small">{t('log.truncated')}</Text>}
      <pre
        ref={box}
        aria-label={title}
        role="region"
        // Whoever has no mouse scrolls with the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        style={{
          fontSize: 'var(--bui-font-size-2)',
          margin: 0,
          maxHeight: '50vh',
          overflow: 'auto',
          overflowWrap: 'anywhere',
          whiteSpace: 'pre-wrap',
        }}
      >
        {text}
      </pre>
    </Flex>
  );
}
