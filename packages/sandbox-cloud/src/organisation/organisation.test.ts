import { RUNTIMES } from '@backstage-soa/plugin-soa-common';
import { accounts } from './accounts';
import { people, teams } from './people';
import { services } from './services';
import { unitId, units } from './units';

const list = (text: string | undefined) => text?.split(' ') ?? [];

describe('the organisation', () => {
  it('has twenty accounts, each below a unit that is there', () => {
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(20);
    const known = [unitId(''), ...units.map(({ id }) => id)];
    for (const { unit } of accounts) {
      expect(known).toContain(unitId(unit));
    }
  });

  it('has units with ids as AWS makes them', () => {
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
    for (const { id } of units) {
      expect(id).toMatch(/^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/);
    }
  });

  it('has tags that AWS takes', () => {
    for (const { tags } of accounts) {
      for (const value of Object.values(tags)) {
        expect(value).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u);
      }
    }
  });

  it('places ten services where the account offers their runtime', () => {
    expect(services).toHaveLength(10);
    for (const { name, owner, placements } of services) {
      expect(teams.map(team => `group:default/${team.name}`)).toContain(owner);
      for (const { account, region, environment, runtime } of placements) {
        const { tags, state } = accounts.find(({ id }) => id === account)!;
        expect({
          name,
          state,
          environment: tags['soa:environment'],
          offersRuntime: list(tags['soa:runtimes']).includes(runtime),
          offersRegion: list(tags['soa:regions']).includes(region),
        }).toEqual({
          name,
          state: 'ACTIVE',
          environment,
          offersRuntime: true,
          offersRegion: true,
        });
      }
    }
  });

  it('has every runtime, and a workspace for each placement', () => {
    const placements = services.flatMap(service => service.placements);
    expect(new Set(placements.map(({ runtime }) => runtime))).toEqual(
      new Set(RUNTIMES.filter(runtime => runtime !== 'platform')),
    );
    const names = placements.map(({ workspaceName }) => workspaceName);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('checkout-prod-use1');
  });

  it('has the guest in one team only, and somebody in every team', () => {
    expect(people.find(({ name }) => name === 'guest')!.teams).toEqual([
      'team-shop',
    ]);
    expect([...new Set(people.flatMap(person => person.teams))].sort()).toEqual(
      teams.map(({ name }) => name).sort(),
    );
  });
});
