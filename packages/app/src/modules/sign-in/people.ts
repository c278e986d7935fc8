/** Somebody of the demo's organisation, whom one can be beside the guest. */
export interface DemoPerson {
  name: string;
  title: string;
  message: string;
}

/** Those of `auth.providers.demo.users`. */
export const people: readonly DemoPerson[] = [
  {
    name: 'dana',
    title: 'Dana Ortiz',
    message:
      'Of the platform team: gives accounts their baselines, networks and clusters.',
  },
  {
    name: 'mika',
    title: 'Mika Saito',
    message: "Of the guest's own team: approves what the guest rolls out.",
  },
];
