/** What is not as in the demo. */
export function whereConfig({
  ports,
  awsPort,
  connection,
  catalogFile,
  files,
}) {
  const { hostname, port, username, password } = new URL(connection);
  const baseUrl = `http://localhost:${ports.backend}`;
  const schedule = { frequency: { hours: 6 }, timeout: { minutes: 30 } };
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port: ports.backend },
      workingDirectory: files,
      database: {
        client: 'pg',
        prefix: 'where_plugin_',
        connection: {
          host: hostname,
          port: Number(port),
          user: username,
          password,
        },
      },
      cors: { origin: baseUrl },
    },
    catalog: {
      locations: [{ type: 'file', target: catalogFile }],
      providers: { soa: { schedule } },
      // As docs/install.md says for so many: by default, the catalog goes through all
      // of them every two minutes, whether or not anything has changed.
      processingInterval: { hours: 1 },
    },
    soa: {
      regions: ['us-east-1', 'eu-west-1', 'ap-northeast-1'],
      aws: { endpoint: `http://localhost:${awsPort}` },
      hcpTerraform: [
        {
          organization: 'acme',
          baseUrl: `http://localhost:${ports.portal}`,
          token: 'sandbox-token',
        },
      ],
      accounts: { schedule, tags: { maxAge: { hours: 24 } } },
    },
  };
}
