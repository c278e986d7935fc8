import { screen } from '@testing-library/react';
import { useApi } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogGraphApiRef } from '@backstage/plugin-catalog-graph';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import soaModule from '.';

function Relations() {
  const { knownRelations, knownRelationPairs, defaultRelations } =
    useApi(catalogGraphApiRef);
  return (
    <ul>
      <li>known: {knownRelations.join(' ')}</li>
      <li>shown: {defaultRelations.join(' ')}</li>
      <li>pairs: {knownRelationPairs.map(pair => pair.join('/')).join(' ')}</li>
    </ul>
  );
}

it('adds its relations to those of the catalog graph', async () => {
  renderInTestApp(<Relations />, { features: [catalogGraphPlugin, soaModule] });
  const known = await screen.findByText(/^known/);
  for (const line of [known, screen.getByText(/^shown/)]) {
    expect(line).toHaveTextContent(/\bownedBy\b.*\brunsIn\b.*\bhosts\b/);
  }
  expect(screen.getByText(/^pairs/)).toHaveTextContent(
    /ownerOf\/ownedBy.* hosts\/runsIn/,
  );
});
