import type { TerraformModule } from '../terraform-modules';

/** `outputs.tf`: all that the module says of itself. */
export function outputsTf({ outputs }: TerraformModule): string {
  return outputs
    .map(({ name, isSensitive }) =>
      isSensitive
        ? `output "${name}" {
  value     = module.service.${name}
  sensitive = true
}
`
        : `output "${name}" {
  value = module.service.${name}
}
`,
    )
    .join('\n');
}
