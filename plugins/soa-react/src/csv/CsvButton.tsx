import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaReactTranslationRef } from '../translation';
import { downloadCsv } from './downloadCsv';
import type { CsvValue } from './toCsv';

/**
 * Has the browser keep a table: all rows that its filters leave, of all pages.
 *
 * @public
 */
export function CsvButton(props: {
  /** Of the file, without its ending. */
  name: string;
  header: readonly string[];
  /** Asked for once somebody wants the file. */
  rows: () => Iterable<readonly CsvValue[]>;
  isDisabled?: boolean;
}) {
  const { name, header, rows, isDisabled } = props;
  const { t } = useTranslationRef(soaReactTranslationRef);
  return (
    <Button
      variant="secondary"
      isDisabled={isDisabled}
      onPress={() => downloadCsv(name, [header, ...rows()])}
    >
      {t('csv.download')}
    </Button>
  );
}
