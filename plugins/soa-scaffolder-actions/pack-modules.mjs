// The package carries the Terraform modules of the repository with it, because
// who installs it has no repository.
import { cpSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const packed = fileURLToPath(new URL('terraform-modules', import.meta.url));
rmSync(packed, { recursive: true, force: true });
if (!process.argv.includes('--undo')) {
  cpSync(
    fileURLToPath(new URL('../../terraform/modules', import.meta.url)),
    packed,
    {
      recursive: true,
      // What `terraform init` leaves behind.
      filter: source => !basename(source).startsWith('.terraform'),
    },
  );
}
