const placements = `      placements:
        - environment: prod
          account: '111122223333'
          accountName: runtime-ecs-prod
          region: us-east-1
          runtime: ecs-fargate
          key: prod-use1
          workspace: acme/orders-prod-use1`;

/** Of `tfc:workspaces:ensure`. */
export const ensureWorkspacesExamples = [
  {
    description: 'The workspaces of a service, to which rollouts upload',
    example: `steps:
  - id: workspaces
    name: Make sure of the workspaces
    action: tfc:workspaces:ensure
    input:
      name: orders
      owner: group:default/team-shop
${placements}
`,
  },
  {
    description: 'Workspaces that plan each push to a repository',
    example: `steps:
  - id: workspaces
    name: Make sure of the workspaces
    action: tfc:workspaces:ensure
    input:
      name: orders
      owner: group:default/team-shop
      vcs:
        identifier: acme/orders
        branch: main
      workingDirectory: infra
      triggerPatterns:
        - /infra/**/*
${placements}
`,
  },
  {
    description: 'Variables, teams, a run trigger and the end of a sandbox',
    example: `steps:
  - id: workspaces
    name: Make sure of the workspaces
    action: tfc:workspaces:ensure
    input:
      name: orders
      owner: group:default/team-shop
      terraformVersion: '1.15.3'
      variables:
        - key: DATADOG_API_KEY
          value: \${{ secrets.DATADOG_API_KEY }}
          category: env
          sensitive: true
        - key: desired_count
          value: '4'
          category: terraform
          hcl: true
          only:
            - prod-use1
      variableSets:
        - shared-settings
      teams:
        - name: team-shop
          access: write
      driftDetection: true
      autoDestroy:
        afterInactivity: 14d
        environments:
          - sandbox
      runTriggers:
        - network-prod-use1
${placements}
`,
  },
];
