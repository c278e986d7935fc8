export const remedy = {
  'missing-workspace':
    'It is declared, and no workspace holds it. Run the template that declared it again, and it makes the workspace; or take the placement out of catalog-info.yaml. Where there is a workspace, give it its soa- tags, and let the portal’s token read it.',
  undeclared:
    'A workspace holds it, and no component declares it. Add the placement to spec.placements in catalog-info.yaml; or destroy what the workspace has made, and delete it.',
  drifted:
    'Something was changed outside of Terraform. See what in the workspace, and apply what the repository says again.',
  unknown:
    'The workspaces could not be read, or not of late. Nothing is known to be wrong with the service; whoever runs the portal finds the reason in its log.',
  'not-applied':
    'Its workspace is there, and nothing has been applied in it. See what became of the rollout, or start one.',
  'no-baseline':
    'The account is active, and {{component}} has no placement in it: no deploy role can be made there. Give it a baseline with the template for accounts, which finds the account by its e-mail address; leave it as it is if somebody else looks after it (soa.access.exceptAccounts).',
  'no-owner':
    'Nobody answers for the account. Give it the tag of its owner in AWS Organizations: soa:owner, unless soa.aws.tags names another.',
  'no-environment':
    'No service can be placed in the account. Give it the tag of its environment in AWS Organizations: soa:environment, unless soa.aws.tags names another. Leave it as it is if nothing is to run there, as in an archive of logs.',
  toService: 'Service {{name}}',
  toWorkspace: 'Workspace {{name}}',
  toRollouts: 'Rollouts of {{name}}',
  toTags: 'Tags in AWS Organizations',
  repair: 'Repair {{name}}',
  'add-environment': 'Run {{name}} in an environment',
  'aws-account': 'Template for accounts',
} as const;
