import { Content } from '@backstage/core-components';
import { CustomHomepageGrid } from '@backstage/plugin-home';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Fragment, useMemo } from 'react';

/** The plugin's own grid, with a title and in a landmark. */
export function HomeLayout(props: HomePageLayoutProps) {
  const { widgets, defaultConfig } = props;
  const config = useMemo(
    () =>
      defaultConfig?.map(({ column, row, ...item }) => ({
        ...item,
        x: column,
        y: row,
      })),
    [defaultConfig],
  );
  return (
    <main>
      <Content>
        <CustomHomepageGrid title="Home" config={config}>
          {widgets.map(({ name, component }) => (
            <Fragment key={name}>{component}</Fragment>
          ))}
        </CustomHomepageGrid>
      </Content>
    </main>
  );
}
