import { createServer } from 'node:http';
import { MANAGEMENT_ACCOUNT, ORGANIZATION_ID, ROOT_ID } from './Estate.mjs';

// As AWS has it.
const PAGE = 20;
const ARN = `arn:aws:organizations::${MANAGEMENT_ACCOUNT}`;

/**
 * AWS Organizations, STS and CloudTrail with an estate that is larger than the sandbox
 * cloud's, and the calls counted.
 */
export class AwsServer {
  #estate;
  #children = new Map();
  #tags = new Map();
  #server = createServer((request, response) => this.#take(request, response));

  /** By operation. */
  calls = new Map();

  constructor(estate) {
    this.#estate = estate;
    for (const unit of estate.units) {
      const siblings = this.#children.get(unit.parentId) ?? [];
      this.#children.set(unit.parentId, [...siblings, unit]);
    }
    for (const { id, tags } of estate.accounts) {
      this.#tags.set(id, tags);
    }
  }

  listen(port) {
    return new Promise(resolve => {
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #take(request, response) {
    let body = '';
    for await (const part of request) {
      body += part;
    }
    const [, operation] = (request.headers['x-amz-target'] ?? '').split('.');
    if (!operation) {
      response.setHeader('content-type', 'text/xml');
      response.end(credentials());
      return;
    }
    this.calls.set(operation, (this.calls.get(operation) ?? 0) + 1);
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify(this.#answer(operation, JSON.parse(body))));
  }

  #answer(operation, input) {
    const { accounts } = this.#estate;
    switch (operation) {
      case 'DescribeOrganization':
        return { Organization: { Id: ORGANIZATION_ID } };
      case 'ListRoots':
        return {
          Roots: [{ Id: ROOT_ID, Name: 'Root', Arn: `${ARN}:root/${ROOT_ID}` }],
        };
      case 'ListOrganizationalUnitsForParent': {
        const children = this.#children.get(input.ParentId) ?? [];
        return page('OrganizationalUnits', children, input, ({ id, name }) => ({
          Id: id,
          Name: name,
          Arn: `${ARN}:ou/${ORGANIZATION_ID}/${id}`,
        }));
      }
      case 'ListAccounts':
        return page('Accounts', accounts, input, ({ id, name, path }) => ({
          Id: id,
          Name: name,
          Arn: `${ARN}:account/${ORGANIZATION_ID}/${id}`,
          State: 'ACTIVE',
          Status: 'ACTIVE',
          Paths: [path],
        }));
      case 'ListTagsForResource':
        return {
          Tags: Object.entries(this.#tags.get(input.ResourceId)).map(
            ([Key, Value]) => ({ Key, Value }),
          ),
        };
      case 'LookupEvents':
        return { Events: [] };
      default:
        throw new Error(`The benchmark knows no ${operation}`);
    }
  }
}

function page(name, items, { NextToken = '0' }, toItem) {
  const start = Number(NextToken);
  const end = start + PAGE;
  return {
    [name]: items.slice(start, end).map(toItem),
    ...(end < items.length && { NextToken: String(end) }),
  };
}

function credentials() {
  const expiration = new Date(Date.now() + 3_600_000).toISOString();
  return `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
<Credentials><AccessKeyId>ASIABENCH</AccessKeyId><SecretAccessKey>bench</SecretAccessKey><SessionToken>bench</SessionToken><Expiration>${expiration}</Expiration></Credentials>
<AssumedRoleUser><AssumedRoleId>AROA:bench</AssumedRoleId><Arn>arn:aws:sts::${MANAGEMENT_ACCOUNT}:assumed-role/soa-reader/bench</Arn></AssumedRoleUser>
</AssumeRoleResult></AssumeRoleResponse>`;
}
