import { readSettings } from './readSettings';
import { startSandboxCloud } from './startSandboxCloud';

async function main() {
  const settings = readSettings(process.env);
  const { url, stop } = await startSandboxCloud(settings).catch(error => {
    if (error.code === 'EADDRINUSE') {
      throw new Error(
        `Port ${settings.port} is in use: stop what listens on it, or set SOA_SANDBOX_PORT to another port.`,
      );
    }
    throw error;
  });
  process.stdout.write(`The sandbox cloud is at ${url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop().then(() => process.exit(0)));
  }
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
