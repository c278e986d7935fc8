export * from './DeployAccess';
export * from './Rollout';
export * from './RolloutApproval';
export * from './RolloutLog';
export * from './RolloutPlan';
export * from './RolloutProgress';
export * from './RolloutTarget';
export * from './SandboxEnvironment';
