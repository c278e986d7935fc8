import { useState } from 'react';
import { Button, Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaDeliveryTranslationRef } from '../../translation';

/** Puts a text on the clipboard, and says whether it is there. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const [result, setResult] = useState<'copied' | 'notCopied'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setResult('copied');
    } catch {
      // Not everywhere may a page do that.
      setResult('notCopied');
    }
  };
  return (
    <Flex gap="2" align="center">
      <Text role="status" variant="body-small">
        {result && t(`log.${result}`)}
      </Text>
      <Button variant="secondary" onPress={copy}>
        {t('log.copy')}
      </Button>
    </Flex>
  );
}
