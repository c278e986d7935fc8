import { isError } from '@backstage/errors';

// What the services that are called here say of credentials that have ended.
const ENDED = ['ExpiredTokenException', 'ExpiredToken', 'RequestExpired'];

type Credentials = (options?: {
  forceRefresh?: boolean;
}) => Promise<{ accessKeyId: string }>;

type Handler = (args: unknown) => Promise<unknown>;

/** A client of the SDK, as far as it takes to renew its credentials. */
interface Client {
  config: { credentials: unknown };
  middlewareStack: { add: unknown };
}

/**
 * Has a client get new credentials, and make its request once more, where AWS says
 * that those it has used have ended: AWS can end sessions early, and clocks can be
 * wrong. The SDK itself believes the time that it was told.
 */
export function renewCredentials(client: Client): void {
  const credentials = client.config.credentials as Credentials;
  const middleware =
    (next: Handler): Handler =>
    async args => {
      const { accessKeyId } = await credentials();
      try {
        return await next(args);
      } catch (error) {
        if (!isError(error) || !ENDED.includes(error.name)) {
          throw error;
        }
        // Unless another request has done so meanwhile.
        if ((await credentials()).accessKeyId === accessKeyId) {
          await credentials({ forceRefresh: true });
        }
        return next(args);
      }
    };
  const add = client.middlewareStack.add as (
    middleware: unknown,
    options: { step: string; name: string },
  ) => void;
  // Outside of all that chooses credentials, signs and retries.
  add.call(client.middlewareStack, middleware, {
    step: 'initialize',
    name: 'renewCredentials',
  });
}
