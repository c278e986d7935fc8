import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { GuardRail } from '@backstage-soa/plugin-soa-common';
import { CsvButton } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { mergeAttachments } from './mergeAttachments';

/** Has the browser keep the policies that bound an account, one a line. */
export function GuardRailsCsvButton(props: { items: readonly GuardRail[] }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <CsvButton
      name="guard-rails"
      header={[
        t('guardRails.policy'),
        t('guardRails.type'),
        t('guardRails.attachedTo'),
      ]}
      rows={() =>
        mergeAttachments(props.items).map(({ name, type, places }) => [
          name,
          t(`guardRailType.${type}`),
          places.join(', '),
        ])
      }
    />
  );
}
