import { PluginHeader } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiCloudLine } from '@remixicon/react';
import { Navigate, Route, Routes, useResolvedPath } from 'react-router-dom';
import { DifferencesTab } from '../differences/DifferencesTab';
import { MatrixTab } from '../matrix/MatrixTab';
import { OrganisationTab } from '../organisation/OrganisationTab';
import { RegionsTab } from '../regions/RegionsTab';
import { soaAccountsTranslationRef } from '../translation';

const TABS = {
  matrix: <MatrixTab />,
  organisation: <OrganisationTab />,
  regions: <RegionsTab />,
  differences: <DifferencesTab />,
};

/** The page with its tabs, for apps whose framework draws none. */
export function AccountsRouter() {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const base = useResolvedPath('.').pathname.replace(/\/$/, '');
  const names = Object.keys(TABS) as Array<keyof typeof TABS>;
  return (
    <>
      <PluginHeader
        icon={<RiCloudLine />}
        title={t('page.title')}
        tabs={names.map(name => ({
          id: name,
          label: t(`page.${name}`),
          href: `${base}/${name}`,
          matchStrategy: 'prefix',
        }))}
      />
      <Routes>
        <Route index element={<Navigate to="matrix" replace />} />
        {names.map(name => (
          <Route key={name} path={`${name}/*`} element={TABS[name]} />
        ))}
      </Routes>
    </>
  );
}
