const causes = [
  {
    pattern: /ENOSPC|no space left on device/i,
    sentence: () => 'The disk is full: free some space and try again.',
  },
  {
    pattern:
      /self[- ]signed certificate|SELF_SIGNED|local issuer|UNABLE_TO_VERIFY|unable to verify|CERT_|certificate has expired|certificate's altnames/i,
    sentence: () =>
      'The certificate of the npm registry is not trusted: if your network has a certificate authority of its own, name it to npm ("npm config set cafile <file>") and try again.',
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|getaddrinfo|RequestError/,
    sentence: () =>
      'The npm registry cannot be reached: check the network (or the registry in your npm configuration) and try again.',
  },
  {
    pattern: /YN0028|lockfile would have been modified/,
    sentence: () =>
      'yarn.lock does not fit the package.json files: run "node .yarn/releases/yarn-4.13.0.cjs install" and commit yarn.lock.',
  },
];

/**
 * What went wrong, told from a program's output, as one sentence with the
 * remedy; undefined if nothing is recognised.
 */
export function diagnose(output) {
  return causes.find(({ pattern }) => pattern.test(output))?.sentence();
}
