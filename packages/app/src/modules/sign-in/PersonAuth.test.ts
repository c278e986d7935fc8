import { PersonAuth } from './PersonAuth';

const answers: Array<[number, object]> = [];
const fetched = jest.fn(async (_url: string, _init: RequestInit) => {
  const [status, body] = answers.shift()!;
  return { ok: status === 200, status, statusText: '', json: async () => body };
});

const session = (token: string) => ({
  profile: {},
  backstageIdentity: {
    token,
    expiresInSeconds: 3600,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/dana',
      ownershipEntityRefs: [],
    },
  },
});

const auth = () =>
  new PersonAuth('user:default/dana', {
    getBaseUrl: async plugin => `http://backend/api/${plugin}`,
  });

beforeEach(() => {
  answers.length = 0;
  fetched.mockClear();
  jest.useFakeTimers({ now: 0 });
  global.fetch = fetched as never;
});

afterEach(() => {
  jest.useRealTimers();
});

describe('PersonAuth', () => {
  it('says who it wants to be, once', async () => {
    answers.push([200, session('one')]);
    const dana = auth();
    const [identity] = await Promise.all([
      dana.getBackstageIdentity(),
      dana.getProfile(),
    ]);
    expect(identity.token).toBe('one');
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(fetched).toHaveBeenCalledWith(
      'http://backend/api/auth/demo/refresh',
      {
        headers: expect.objectContaining({
          'x-demo-user': 'user:default/dana',
        }),
      },
    );
  });

  it('has another token before the first one ends', async () => {
    answers.push([200, session('one')], [200, session('two')]);
    const dana = auth();
    const token = async () => (await dana.getBackstageIdentity()).token;
    expect(await token()).toBe('one');
    jest.setSystemTime(3_290_000);
    expect(await token()).toBe('one');
    jest.setSystemTime(3_310_000);
    expect(await token()).toBe('two');
  });

  it('says what the backend says, and asks again', async () => {
    answers.push(
      [403, { error: { message: 'It asks for no password' } }],
      [200, session('one')],
    );
    const dana = auth();
    await expect(dana.getBackstageIdentity()).rejects.toThrow(
      'It asks for no password',
    );
    expect((await dana.getBackstageIdentity()).token).toBe('one');
  });
});
