/** A person of the pretend organisation. */
export interface SandboxPerson {
  name: string;
  displayName: string;
  email: string;
  teams: string[];
}

export const teams = [
  { name: 'team-shop', displayName: 'Shop' },
  { name: 'team-payments', displayName: 'Payments' },
  { name: 'team-customers', displayName: 'Customers' },
  { name: 'team-platform', displayName: 'Platform' },
  { name: 'team-security', displayName: 'Security' },
];

/** What the teams look after: products that environments are made for. */
export const products = [
  {
    name: 'shop',
    title: 'Shop',
    description: 'Where customers choose and order (simulated)',
    owner: 'group:default/team-shop',
  },
  {
    name: 'billing',
    title: 'Billing',
    description: 'What customers owe, and have paid (simulated)',
    owner: 'group:default/team-payments',
  },
];

export const people: readonly SandboxPerson[] = [
  person('guest', 'Guest', ['team-shop']),
  person('dana', 'Dana Ortiz', ['team-platform']),
  person('mika', 'Mika Saito', ['team-shop']),
  person('lee', 'Lee Novak', ['team-payments']),
  person('ines', 'Ines Okafor', ['team-customers']),
  person('sam', 'Sam Whitfield', ['team-security']),
];

function person(
  name: string,
  displayName: string,
  memberOf: string[],
): SandboxPerson {
  return {
    name,
    displayName,
    email: `${name}@acme.example`,
    teams: memberOf,
  };
}

/** Who holds `AdministratorAccess` everywhere, and breaks things in the console. */
export const SANDBOX_ADMINISTRATOR = people.find(
  ({ name }) => name === 'dana',
)!;
