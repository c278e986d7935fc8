import { repositoryPlace } from './repositoryPlace';

describe('repositoryPlace', () => {
  it.each([
    [
      'https://github.com/acme/orders/blob/main/catalog-info.yaml',
      'github.com?owner=acme&repo=orders',
      '',
      'main',
    ],
    [
      'https://github.com/acme/mono/tree/v1/services/orders/catalog-info.yaml',
      'github.com?owner=acme&repo=mono',
      'services/orders',
      'v1',
    ],
    [
      'https://gitlab.com/acme/shop/orders/-/blob/main/catalog-info.yaml',
      'gitlab.com?owner=acme%2Fshop&repo=orders',
      '',
      'main',
    ],
    [
      'http://localhost:7010/repositories/orders/catalog-info.yaml',
      'localhost:7010?owner=repositories&repo=orders',
      '',
      undefined,
    ],
  ])('reads %s', (url, repoUrl, folder, branch) => {
    expect(repositoryPlace(url)).toEqual({
      repoUrl,
      folder,
      branch,
      rootUrl: url.replace('/catalog-info.yaml', ''),
    });
  });

  it.each(['file', 'https://acme.test/catalog-info.yaml'])(
    'knows no repository of %s',
    url => expect(repositoryPlace(url)).toBeUndefined(),
  );
});
