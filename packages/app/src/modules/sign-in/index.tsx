import { SignInPage } from '@backstage/core-components';
import {
  ApiBlueprint,
  createApiRef,
  createFrontendModule,
  discoveryApiRef,
} from '@backstage/frontend-plugin-api';
import type {
  BackstageIdentityApi,
  ProfileInfoApi,
  SessionApi,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { people } from './people';
import { PersonAuth } from './PersonAuth';

const providers = people.map(person => ({
  ...person,
  id: `demo-${person.name}`,
  apiRef: createApiRef<ProfileInfoApi & BackstageIdentityApi & SessionApi>({
    id: `app.demo.${person.name}`,
  }),
}));

/** Lets whoever tries the portal be one of several people: approvals need two. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ...providers.map(({ name, apiRef }) =>
      ApiBlueprint.make({
        name: `demo-${name}`,
        params: defineParams =>
          defineParams({
            api: apiRef,
            deps: { discovery: discoveryApiRef },
            factory: ({ discovery }) =>
              new PersonAuth(`user:default/${name}`, discovery),
          }),
      }),
    ),
    SignInPageBlueprint.make({
      params: {
        loader: async () => props =>
          (
            <SignInPage
              {...props}
              title="Who do you want to be?"
              providers={['guest', ...providers]}
            />
          ),
      },
    }),
  ],
});
