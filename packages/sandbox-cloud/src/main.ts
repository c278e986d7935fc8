import { startSandboxCloud } from './startSandboxCloud';

async function main() {
  const { url, stop } = await startSandboxCloud({
    port: Number(process.env.SOA_SANDBOX_PORT ?? 7010),
    dataDirectory: process.env.SOA_SANDBOX_DATA,
  });
  process.stdout.write(`The sandbox cloud is at ${url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop().then(() => process.exit(0)));
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
