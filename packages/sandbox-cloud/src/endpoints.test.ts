import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { demoRoutes, hcpRoutes } from './__testUtils__/routes';
import { sourcesOf } from './__testUtils__/sourcesOf';
import { awsOperations } from './aws';

// What HCP Terraform's endpoints are called by is in
// `contract/hcpTerraformEndpoints.contract.test.ts`.
describe('the endpoints', () => {
  const readme = readFileSync(resolve(__dirname, '../README.md'), 'utf8');
  const sources = sourcesOf(resolve(__dirname, '../../../plugins'));
  const operations = Object.entries(awsOperations).flatMap(([service, names]) =>
    names.map(name => [service, name]),
  );

  it.each(operations)('are called: %s %s', (service, operation) => {
    const callers = sources.filter(
      source =>
        source.includes(`from '@aws-sdk/client-${service}'`) &&
        [`new ${operation}Command(`, `paginate${operation}(`].some(call =>
          source.includes(call),
        ),
    );
    expect(callers).not.toEqual([]);
  });

  it('are all in the README, and no other', () => {
    const listed = [...readme.matchAll(/^\| `([A-Z]+ \/[^`]+)`/gm)].map(
      ([, route]) => route,
    );
    expect(listed.sort()).toEqual([...hcpRoutes, ...demoRoutes].sort());
    const listedOperations = [
      ...readme.matchAll(/^\| ([A-Z]\w+) +\| `(\w+)`/gm),
    ].map(([, service, operation]) => [service.toLowerCase(), operation]);
    expect(listedOperations.sort()).toEqual(operations.sort());
  });
});
