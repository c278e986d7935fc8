import { InputError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

/** The header that says who somebody wants to be. */
const HEADER = 'x-demo-user';

/**
 * Takes everybody for whom they say they are, among people whom the configuration
 * names. It asks for no password, and so is for development only, as guests are.
 */
export const peopleAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: ({ config }) => ({
    isOff:
      process.env.NODE_ENV !== 'development' &&
      config.getOptionalBoolean('dangerouslyAllowOutsideDevelopment') !== true,
    users: config.getStringArray('users'),
  }),
  async authenticate({ req }, { isOff, users }) {
    if (isOff) {
      throw new NotAllowedError(
        'The demo provider asks for no password: outside of development nobody signs in by it, unless auth.providers.demo.dangerouslyAllowOutsideDevelopment is true',
      );
    }
    const userRef = req.get(HEADER);
    if (!userRef || !users.includes(userRef)) {
      throw new InputError(
        `${HEADER} is "${
          userRef ?? ''
        }": name one of auth.providers.demo.users, ${users.join(', ')}`,
      );
    }
    return { result: { userRef } };
  },
});
