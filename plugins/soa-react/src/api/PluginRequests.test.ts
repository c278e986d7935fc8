import { MockFetchApi } from '@backstage/test-utils';
import { PluginRequests } from './PluginRequests';

function requests(answer: () => Response) {
  const sent: Request[] = [];
  const fetchApi = new MockFetchApi({
    baseImplementation: async (input, init) => {
      sent.push(
        new Request(String(input).replace('plugin://', 'http://'), init),
      );
      return answer();
    },
  });
  return { sent, requests: new PluginRequests(fetchApi, 'soa-audit') };
}

describe('PluginRequests', () => {
  it('leaves out what is not given, and escapes what is', async () => {
    const { sent, requests: client } = requests(() => Response.json({ a: 1 }));
    await expect(
      client.get('/v1/events', {
        text: 'a&b=c',
        none: undefined,
        empty: '',
        nobody: [],
        no: false,
        kinds: ['person', 'unknown'],
      }),
    ).resolves.toEqual({ a: 1 });
    const { host, pathname, searchParams } = new URL(sent[0].url);
    expect([host, pathname]).toEqual(['soa-audit', '/v1/events']);
    expect(Object.fromEntries(searchParams)).toEqual({
      text: 'a&b=c',
      no: 'false',
      kinds: 'person,unknown',
    });
  });

  it('sends JSON', async () => {
    const { sent, requests: client } = requests(() => Response.json({}));
    await client.post('/v1/placements/resolve', { name: 'orders' });
    expect(sent[0].method).toBe('POST');
    expect(sent[0].headers.get('content-type')).toBe('application/json');
    await expect(sent[0].json()).resolves.toEqual({ name: 'orders' });
  });

  it('deletes what its query says', async () => {
    const { sent, requests: client } = requests(() => Response.json({}));
    await client.delete('/v1/locks', { id: 'a b', none: undefined });
    expect(sent[0].method).toBe('DELETE');
    const { pathname, search } = new URL(sent[0].url);
    expect(pathname + search).toBe('/v1/locks?id=a+b');
  });

  it('rejects with what the server said', async () => {
    const { requests: client } = requests(() =>
      Response.json(
        {
          error: { name: 'NotAllowedError', message: 'no' },
          response: { statusCode: 403 },
        },
        { status: 403 },
      ),
    );
    await expect(client.get('/v1/events')).rejects.toMatchObject({
      statusCode: 403,
      cause: { name: 'NotAllowedError', message: 'no' },
    });
  });
});
