import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import type { RendererProps } from '@backstage/plugin-home-react';

/** For home pages: how much there is, each figure with the way to it. */
export const estateWidget = HomePageWidgetBlueprint.make({
  name: 'estate',
  params: {
    name: 'SoaEstate',
    title: 'Estate at a glance',
    description:
      'How many services, placements, accounts and Regions there are',
    components: () =>
      import('./EstateCard').then(m => ({ Content: m.EstateCard })),
    // The card has a title of its own, in the reader's language.
    componentProps: {
      Renderer: ({ Content }: RendererProps) => <Content />,
    },
    layout: { width: { minColumns: 3 }, height: { minRows: 3 } },
  },
});
