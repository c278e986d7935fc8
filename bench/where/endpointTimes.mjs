import { Refusal } from '../../scripts/portal/refusal.mjs';

const TIMES = 60;

/**
 * How long each endpoint of the inventory takes somebody who may see all of it, in
 * milliseconds, the 95th percentile: one after another, from the first to the last page
 * and with every filter.
 */
export async function endpointTimes({ url, token, estate }) {
  const { placements, accounts, units } = estate;
  const ask = async (path, body) => {
    const began = performance.now();
    const answer = await fetch(`${url}/soa-accounts${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Refusal(`${path} answers ${answer.status}: ${text}`);
    }
    return { took: performance.now() - began, answer: JSON.parse(text) };
  };
  const pagedBy = path => {
    let cursor;
    return async () => {
      const { took, answer } = await ask(
        `${path}${path.includes('?') ? '&' : '?'}limit=100${
          cursor ? `&cursor=${cursor}` : ''
        }`,
      );
      cursor = answer.nextCursor;
      return took;
    };
  };
  const each = path => async index => (await ask(path(index))).took;
  const placed = index => placements[(index * 97) % placements.length];
  const { items: workspaces } = (await ask('/v1/workspaces?limit=500')).answer;
  const workspace = index => workspaces[index % workspaces.length].id;
  const endpoints = {
    'GET /v1/completeness': each(() => '/v1/completeness'),
    'GET /v1/organization': pagedBy('/v1/organization'),
    'GET /v1/organization?parent': each(
      index => `/v1/organization?parent=${units[index].parentId}`,
    ),
    'GET /v1/accounts': pagedBy('/v1/accounts'),
    'GET /v1/accounts?environment&runtime&region': pagedBy(
      '/v1/accounts?environment=dev&runtime=eks&region=eu-west-1',
    ),
    'GET /v1/accounts/{id}': each(
      index => `/v1/accounts/${accounts[index * 101].id}`,
    ),
    'GET /v1/placements': pagedBy('/v1/placements'),
    'GET /v1/placements?environment&region': pagedBy(
      '/v1/placements?environment=prod&region=us-east-1',
    ),
    'GET /v1/placements?component': each(
      index => `/v1/placements?component=${placed(index).component}`,
    ),
    'GET /v1/placements?account': each(
      index => `/v1/placements?account=${placed(index).placement.account}`,
    ),
    'GET /v1/workspaces': pagedBy('/v1/workspaces'),
    'GET /v1/workspaces?account': each(
      index => `/v1/workspaces?account=${placed(index).placement.account}`,
    ),
    'GET /v1/workspaces/{id}': each(
      index => `/v1/workspaces/${workspace(index)}`,
    ),
    'GET /v1/workspaces/{id}/outputs': each(
      index => `/v1/workspaces/${workspace(index)}/outputs`,
    ),
    'GET /v1/summary': each(() => '/v1/summary'),
  };
  const times = {};
  for (const [name, once] of Object.entries(endpoints)) {
    // Warm: nobody measures how long Node takes to translate code.
    await once(0);
    const took = [];
    for (let index = 1; index <= TIMES; index += 1) {
      took.push(await once(index));
    }
    times[name] = took.sort((a, b) => a - b)[Math.ceil(TIMES * 0.95) - 1];
  }
  return times;
}
