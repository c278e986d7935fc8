import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import express from 'express';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { accessRoutes } from '../access';
import type { AccessPolicy, AccessService } from '../access';
import type { AccountTurns } from '../locks';
import type { RolloutStore } from '../store';
import type { RolloutAccess } from './RolloutAccess';
import { RolloutCommands } from './RolloutCommands';
import type { RolloutPlanner } from './RolloutPlanner';
import { rolloutRoutes } from './rolloutRoutes';
import { Viewer } from './Viewer';

/** The HTTP API of rollouts, deploy access and reservations. */
export function createRouter(options: {
  store: RolloutStore;
  turns: Pick<AccountTurns, 'waitsFor'>;
  access: RolloutAccess;
  planner: RolloutPlanner;
  deployAccess: AccessService;
  accessPolicy: AccessPolicy;
  reservations: (
    callerOf: (request: Request) => Promise<BackstageCredentials>,
  ) => Router;
  sandboxes: (
    callerOf: (request: Request) => Promise<BackstageCredentials>,
  ) => Router;
  hcpTerraform: HcpTerraform;
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  auditor: AuditorService;
  wake: (rolloutId: string) => void;
}): Router {
  const { deployAccess, httpAuth, auditor } = options;
  const router = PromiseRouter();
  router.use(express.json({ limit: '1mb' }));
  const callerOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  router.use(
    '/v1/access',
    accessRoutes({
      service: deployAccess,
      policy: options.accessPolicy,
      auditor,
      callerOf,
    }),
  );
  router.use('/v1', options.reservations(callerOf));
  router.use('/v1/sandbox-environments', options.sandboxes(callerOf));
  router.use(
    '/v1',
    rolloutRoutes({
      ...options,
      commands: new RolloutCommands(options),
      callerOf,
      viewerOf: (credentials: BackstageCredentials) =>
        Viewer.of(credentials, options),
    }),
  );
  return router;
}
