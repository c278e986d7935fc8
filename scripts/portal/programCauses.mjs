import { diskCauses } from './diskCauses.mjs';
import { OLD_DATA } from './refuseOldData.mjs';

/** What keeps a program of the portal from running, told from its output. */
export const programCauses = [
  ...diskCauses,
  {
    pattern: /EADDRINUSE/,
    sentence:
      'Another program has taken one of the ports in the meantime: stop it and try again.',
  },
  {
    // So says the sandbox cloud, of the organisation that it began with.
    pattern: /is of another version of this project/,
    sentence: OLD_DATA,
  },
  {
    pattern: /NODE_MODULE_VERSION|ERR_DLOPEN_FAILED/,
    sentence:
      'SQLite was compiled for another Node: remove node_modules and try again.',
  },
];
