import { diskCauses } from './diskCauses.mjs';

/** What keeps npm and Yarn from fetching, told from their output. */
export const npmCauses = [
  ...diskCauses,
  {
    pattern:
      /self[- ]signed certificate|SELF_SIGNED|local issuer|UNABLE_TO_VERIFY|unable to verify|CERT_|certificate has expired|certificate's altnames/i,
    sentence:
      'The certificate of the npm registry is not trusted: if your network has a certificate authority of its own, name it to npm ("npm config set cafile <file>") and try again.',
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|getaddrinfo|RequestError/,
    sentence:
      'The npm registry cannot be reached: check the network (or the registry in your npm configuration) and try again.',
  },
  {
    pattern: /YN0028|lockfile would have been modified/,
    sentence:
      'yarn.lock does not fit the package.json files: run "node .yarn/releases/yarn-4.13.0.cjs install" and commit yarn.lock.',
  },
];
