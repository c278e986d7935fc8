const sentences = {
  ENOSPC: () => 'The disk is full: free some space and try again.',
  EDQUOT: () =>
    'Your share of the disk is full: free some space and try again.',
  EROFS: ({ path }) =>
    `${path} cannot be written to, because its disk cannot: put the repository on one that can, and try again.`,
  EACCES: denied,
  EPERM: denied,
};

/**
 * What went wrong with a file, as one sentence with the remedy; undefined if
 * people cannot mend it.
 */
export function diagnoseError({ code, path, syscall }) {
  return Object.hasOwn(sentences, code)
    ? sentences[code]({ path: path ?? syscall ?? 'a file' })
    : undefined;
}

function denied({ path }) {
  return `${path} may not be touched by you: make it yours (another user may have run this here before) and try again.`;
}
