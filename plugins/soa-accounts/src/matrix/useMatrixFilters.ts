import { useSearchParams } from 'react-router-dom';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import type { MatrixBy } from './matrixRows';

/** What placements can be narrowed by, besides the name of the service. */
export const MATRIX_FILTERS = ['environment', 'runtime', 'region'] as const;

/** The filters of the matrix, kept in the URL so that they can be shared. */
export function useMatrixFilters() {
  const [search, setSearch] = useSearchParams();
  const change = (key: string, to: string | undefined) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before);
        if (to) {
          next.set(key, to);
        } else {
          next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  const by: MatrixBy = search.get('by') === 'region' ? 'region' : 'account';
  const service = search.get('service') ?? '';
  const chosen = (key: (typeof MATRIX_FILTERS)[number]) =>
    search.get(key) ?? undefined;
  const fits = (item: PlacementItem) =>
    MATRIX_FILTERS.every(key => !chosen(key) || item[key] === chosen(key)) &&
    nameOf(item).includes(service.toLocaleLowerCase('en-US'));
  return { key: search.toString(), by, service, chosen, fits, change };
}

/** What people call the component: kind and standard namespace go without saying. */
function nameOf({ componentRef }: PlacementItem): string {
  return componentRef.replace(/^component:(default\/)?/, '');
}
