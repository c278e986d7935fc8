import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { keptFiles } from '../__testUtils__/keptFiles';
import { anAccount, aUnit } from '../__testUtils__/organisationOf';
import { placementOf } from '../__testUtils__/placementOf';
import { renderWithPlacements } from '../__testUtils__/renderWithPlacements';
import { DifferencesTab } from '../differences/DifferencesTab';
import { MatrixTab } from '../matrix/MatrixTab';
import { OrganisationTab } from '../organisation/OrganisationTab';
import { RegionsTab } from '../regions/RegionsTab';

const files = keptFiles();

const account = anAccount({
  id: '012345678901',
  name: '=shop',
  parentId: 'ou-prod',
  organizationalUnitPath: 'Prod',
  owner: undefined,
});

const kept = async (tab: JSX.Element, search = '') => {
  renderWithPlacements(
    tab,
    async () => [
      placementOf(),
      placementOf({ environment: 'dev', state: 'drifted' }),
    ],
    search,
    {
      api: {
        listAccounts: async () => [account],
        listOrganizationalUnits: async () => [
          aUnit({ id: 'ou-prod', name: 'Prod', parentId: 'r-acme' }),
        ],
      },
      catalog: { getEntitiesByRefs: async () => ({ items: [undefined] }) },
    },
  );
  const buttons = await screen.findAllByRole('button', {
    name: 'Download CSV',
  });
  await userEvent.click(buttons[buttons.length - 1]);
  const [{ name, text }] = files;
  const [, ...lines] = (await text).trimEnd().split('\r\n');
  return { name, lines };
};

describe('the CSV files', () => {
  it('have the placements that filters leave', async () => {
    expect(await kept(<MatrixTab />, '?environment=dev')).toEqual({
      name: 'placements.csv',
      lines: [
        'component:default/orders,dev,012345678901,runtime-ecs-prod,us-east-1,ecs-fargate,,acme/orders-prod-use1,Drifted',
      ],
    });
  });

  it('have the accounts of the tree, opened or not', async () => {
    expect(await kept(<OrganisationTab />)).toEqual({
      name: 'accounts.csv',
      lines: ["o-acme,Prod,012345678901,'=shop,ACTIVE,,prod,1,2"],
    });
  });

  it('have the Regions', async () => {
    expect(await kept(<RegionsTab />)).toEqual({
      name: 'regions.csv',
      lines: ['us-east-1,1,2,"dev 1, prod 1",ecs-fargate 2,1,0'],
    });
  });

  it('have what would be lost with a Region', async () => {
    const { name, lines } = await kept(
      <RegionsTab />,
      '?region=us-east-1&environment=dev',
    );
    expect(name).toBe('lost-without-us-east-1.csv');
    expect(lines).toEqual([
      'component:default/orders,,dev,ecs-fargate,012345678901,',
    ]);
  });

  it('have differences with their remedies', async () => {
    const { name, lines } = await kept(<DifferencesTab />);
    expect(name).toBe('differences.csv');
    expect(lines).toEqual([
      expect.stringMatching(
        /^Drifted,component:default\/orders,dev,012345678901,runtime-ecs-prod,us-east-1,ecs-fargate,orders-prod-use1,"Something/,
      ),
      expect.stringMatching(/^No owner,,prod,012345678901,'=shop,,,,"?Nobody/),
    ]);
  });
});
