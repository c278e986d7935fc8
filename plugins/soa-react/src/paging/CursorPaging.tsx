import { Button, Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaReactTranslationRef } from '../translation';

/**
 * From the newest to older pages, and back; nothing where there is one page.
 *
 * @public
 */
export function CursorPaging(props: {
  /** Of the page that is shown; undefined for the newest. */
  cursor: string | undefined;
  nextCursor: string | undefined;
  onCursor: (cursor: string | undefined) => void;
}) {
  const { cursor, nextCursor, onCursor } = props;
  const { t } = useTranslationRef(soaReactTranslationRef);
  if (!cursor && !nextCursor) {
    return null;
  }
  return (
    <Flex gap="2">
      <Button
        variant="secondary"
        isDisabled={!cursor}
        onPress={() => onCursor(undefined)}
      >
        {t('paging.newest')}
      </Button>
      <Button
        variant="secondary"
        isDisabled={!nextCursor}
        onPress={() => onCursor(nextCursor)}
      >
        {t('paging.older')}
      </Button>
    </Flex>
  );
}
