import { resolve } from 'node:path';
import { hcpRoutes } from '../__testUtils__/routes';
import { sourcesOf } from '../__testUtils__/sourcesOf';
import { CallLog } from './__testUtils__/CallLog';
import { callAll } from './__testUtils__/callAll';
import {
  describeOnSpecification,
  problemsOf,
} from './__testUtils__/specification';
import { WatchedSandbox } from './__testUtils__/WatchedSandbox';

const API = '/api/v2/';

// Links are for people. An archive goes to where HCP Terraform says; its
// specification has the answer that says so ("upload-url"), and no more.
const OUTSIDE_OF_THE_API = ['workspaceUrl', 'runUrl', 'uploadConfiguration'];

describe("HCP Terraform's endpoints", () => {
  let watched: WatchedSandbox;
  let log: CallLog;
  let methods: string[];
  /** Those that plugins use, and not only offer. */
  let methodsInUse: string[];

  beforeAll(async () => {
    watched = await WatchedSandbox.start();
    log = new CallLog(watched.proxy);
    methods = Object.keys(watched.client).filter(
      name => name !== 'organization',
    );
    // The inventory's client has methods of the same names.
    const sources = sourcesOf(resolve(__dirname, '../../../../plugins')).filter(
      source => source.includes('HcpTerraform') || !/soaAccounts/i.test(source),
    );
    methodsInUse = methods.filter(method =>
      sources.some(source =>
        new RegExp(`\\bclient\\s*\\??\\.${method}\\(`).test(source),
      ),
    );
    await callAll(log.of(watched.client), watched);
  });

  afterAll(() => watched.stop());

  const routesOf = (method: string): string[] => {
    const { client } = watched;
    const links: Record<string, string> = {
      workspaceUrl: client.workspaceUrl('all-dev'),
      runUrl: client.runUrl('all-dev', 'run-1'),
    };
    const requests =
      method in links
        ? [{ method: 'GET', path: new URL(links[method]).pathname }]
        : log.exchangesOf(method);
    return requests.flatMap(request =>
      hcpRoutes.filter(route => {
        const [routeMethod, pattern] = route.split(' ');
        const parts = pattern.replace(/:\w+/g, '[^/]+');
        return (
          routeMethod === request.method &&
          new RegExp(`^${parts}$`).test(request.path)
        );
      }),
    );
  };

  it.each(hcpRoutes)('are called by a plugin, with their method: %s', route => {
    const callers = methodsInUse.filter(method =>
      routesOf(method).includes(route),
    );
    expect(callers).not.toEqual([]);
  });

  it('answer whatever a client can ask', () => {
    expect(methods.filter(method => routesOf(method).length === 0)).toEqual([]);
    expect(methodsInUse.length).toBeGreaterThan(15);
  });

  describeOnSpecification(
    "HashiCorp's specification (needs SOA_HCP_TERRAFORM_OPENAPI)",
    () => {
      const requestsOf = (method: string) =>
        log.exchangesOf(method).filter(({ path }) => path.startsWith(API));

      it('has every request, and the answer if it succeeds', () => {
        const checked = methods.filter(method =>
          requestsOf(method).some(({ status }) => status < 400),
        );
        expect(methods.filter(method => !checked.includes(method))).toEqual(
          OUTSIDE_OF_THE_API,
        );
        expect(problemsOf(methods.flatMap(requestsOf))).toEqual([]);
      });
    },
  );
});
