import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { people } from './people';

it('offers those whom the backend lets in', () => {
  const config = readFileSync(
    resolve(__dirname, '../../../../../app-config.yaml'),
    'utf8',
  );
  const refs = people.map(({ name }) => `user:default/${name}`);
  expect(config).toContain(`users: [${refs.join(', ')}]`);
});
