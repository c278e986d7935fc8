import { TablePagination } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaAccountsTranslationRef } from '../translation';
import type { Paging } from './usePaging';

/** The way to the other pages; nothing where all is on one. */
export function PagingControls({ paging }: { paging: Paging<unknown> }) {
  const { offset, size, all, goTo } = paging;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  if (all <= size) {
    return null;
  }
  return (
    <TablePagination
      pageSize={size}
      pageSizeOptions={[]}
      offset={offset}
      totalCount={all}
      hasPreviousPage={offset > 0}
      hasNextPage={offset + size < all}
      onPreviousPage={() => goTo(offset - size)}
      onNextPage={() => goTo(offset + size)}
      getLabel={() =>
        t('placements.shown', {
          first: String(offset + 1),
          last: String(Math.min(offset + size, all)),
          all: String(all),
        })
      }
    />
  );
}
