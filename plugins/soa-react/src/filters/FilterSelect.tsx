import { Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaReactTranslationRef } from '../translation';

const ANY = 'any';

/**
 * Narrows a list to one value, or to none. What is chosen stays on offer while
 * the list holds no such thing, so that it can be seen and taken back.
 *
 * @public
 */
export function FilterSelect(props: {
  label: string;
  /** What no choice is called; "Any" if absent. */
  anyLabel?: string;
  /** In the order in which they are shown. */
  offered: ReadonlyArray<{ value: string; label: string }>;
  chosen: string | undefined;
  onChange: (chosen: string | undefined) => void;
}) {
  const { label, offered, chosen, onChange } = props;
  const { t } = useTranslationRef(soaReactTranslationRef);
  const isOffered =
    chosen === undefined || offered.some(({ value }) => value === chosen);
  return (
    <Select
      label={label}
      options={[
        { value: ANY, label: props.anyLabel ?? t('filter.any') },
        ...offered,
        ...(isOffered ? [] : [{ value: chosen, label: chosen }]),
      ]}
      value={chosen ?? ANY}
      onChange={to => onChange(to === ANY ? undefined : String(to))}
    />
  );
}
