import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readAccountTagNames } from '@backstage-soa/plugin-soa-node';
import { validate } from 'jsonschema';
import { parse } from 'yaml';
import {
  FakeHcpTerraform,
  ordersAccounts,
  runsServices,
} from '../__testUtils__';
import { TerraformModules } from '../terraform-modules';
import {
  createAcquireLockAction,
  createAllocateNetworkAction,
  createAwaitAccountAction,
  createAddPlacementsAction,
  createCheckDecommissionAction,
  createDescribeWorkspacesAction,
  createDestroyWorkspacesAction,
  createEnsureAccessAction,
  createEnsureAccountAction,
  createEnsureProjectAction,
  createEnsureSandboxAction,
  createEnsureWorkspacesAction,
  createFindRepositoryAction,
  createPromoteVersionsAction,
  createReadServiceAction,
  createRefreshComponentAction,
  createRegisterComponentAction,
  createReleaseLockAction,
  createReleaseNetworkAction,
  createRenderTerraformAction,
  createResolveConsumesAction,
  createResolvePlacementsAction,
  createStartRolloutAction,
  createStartRunsAction,
  createUpgradeModulesAction,
  createUploadConfigurationAction,
} from '.';

const services = {
  accounts: ordersAccounts(),
  auditor: mockServices.auditor.mock(),
  auth: mockServices.auth(),
  catalog: catalogServiceMock(),
  permissions: mockServices.permissions.mock(),
  delivery: {
    startRollout: jest.fn(),
    previewRollout: jest.fn(),
    requestAccess: jest.fn(),
    listAccess: jest.fn(),
    acquireLock: jest.fn(),
    listLocks: jest.fn(),
    releaseLocks: jest.fn(),
    allocateNetworkRange: jest.fn(),
    listNetworkRanges: jest.fn(),
    releaseNetworkRanges: jest.fn(),
    ensureSandboxEnvironment: jest.fn(),
  },
  hcpTerraform: new FakeHcpTerraform(),
  modules: new TerraformModules([]),
  moduleSource: () => undefined,
  permissionsBoundary: undefined,
  notifications: [],
  notificationUrl: async () => '',
  portalUrl: '',
  productionEnvironments: [],
  workspaceSettings: new Map(),
  urlReader: mockServices.urlReader.mock(),
  userInfo: mockServices.userInfo.mock(),
};

const actions = [
  createEnsureAccountAction({
    ...services,
    vending: undefined,
    policy: { environments: [], regions: [], platformOwners: [] },
    tagNames: readAccountTagNames(mockServices.rootConfig()),
    organizationAccounts: { managedBy: jest.fn() },
  }),
  createAwaitAccountAction(services),
  createResolvePlacementsAction(services),
  createResolveConsumesAction(services),
  createRenderTerraformAction(services),
  createFindRepositoryAction(services),
  createReadServiceAction({ ...services, environments: [] }),
  createAddPlacementsAction(services),
  createRefreshComponentAction(services),
  createPromoteVersionsAction({ ...services, environments: [] }),
  createUpgradeModulesAction(services),
  createDescribeWorkspacesAction(services),
  createCheckDecommissionAction(services),
  createRegisterComponentAction(services),
  createEnsureProjectAction(services),
  createEnsureAccessAction(services),
  createEnsureWorkspacesAction(services),
  createAllocateNetworkAction(services),
  createReleaseNetworkAction(services),
  createAcquireLockAction(services),
  createReleaseLockAction(services),
  createEnsureSandboxAction(services),
  createStartRolloutAction(services),
  createUploadConfigurationAction(runsServices()),
  createStartRunsAction(runsServices()),
  createDestroyWorkspacesAction(runsServices()),
];

describe.each(actions.map(action => [action.id, action] as const))(
  '%s',
  (id, action) => {
    it('can be run dry', () => {
      expect(action.supportsDryRun).toBe(true);
    });

    it('has examples that its schema takes', () => {
      expect(action.examples).not.toHaveLength(0);
      for (const { example } of action.examples!) {
        const { steps } = parse(example);
        expect(steps[0].action).toBe(id);
        const { errors } = validate(steps[0].input, action.schema!.input!);
        expect(errors.map(String)).toEqual([]);
      }
    });

    it('refuses an input that it does not know', () => {
      const [{ example }] = action.examples!;
      const [{ input }] = parse(example).steps;
      expect(
        validate({ ...input, other: 1 }, action.schema!.input!).valid,
      ).toBe(false);
    });
  },
);
