const [, , name = ''] = process.argv;

/** What people have typed to run this, for those whom it is in the way of. */
export const command = ['start', 'test'].includes(name)
  ? `npm ${name}`
  : `npm run ${name}`;
