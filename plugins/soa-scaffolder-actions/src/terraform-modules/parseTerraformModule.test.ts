import { parseTerraformModule } from './parseTerraformModule';

describe('parseTerraformModule', () => {
  const module = parseTerraformModule('queue', {
    'terraform.tf': `terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.28, < 7"
    }
    random = {
      source = "hashicorp/random"
    }
  }
}
`,
    'variables.tf': `variable "service" {}

variable "limits" {
  type = object({
    variable = string
  })

  validation {
    condition     = var.limits.variable != ""
    error_message = <<-TEXT
      variable "inner" {
      }
    TEXT
  }
}
`,
    'main.tf': `data "aws_ssm_parameter" "vpc_id" {
  name = "x"
}

variable "anywhere" {
  type = bool
}
`,
    'outputs.tf': `output "url" {
  value = "x"
}

output "password" {
  value     = "x"
  sensitive = true
}
`,
    'modules/inner/variables.tf': 'variable "hidden" {}\n',
    'root/kubernetes.tf': 'provider "kubernetes" {}\n',
    'tests/mocks/aws.tfmock.hcl': '',
  });

  it('knows what a module takes, gives and needs', () => {
    expect(module).toMatchObject({
      name: 'queue',
      variables: ['anywhere', 'limits', 'service'],
      outputs: [
        { name: 'password', isSensitive: true },
        { name: 'url', isSensitive: false },
      ],
      platform: ['vpc_id'],
      providers: ['aws', 'random'],
    });
  });

  it('tells what is vendored from what belongs in the root', () => {
    expect(Object.keys(module.files)).toEqual([
      'main.tf',
      'modules/inner/variables.tf',
      'outputs.tf',
      'terraform.tf',
      'tests/mocks/aws.tfmock.hcl',
      'variables.tf',
    ]);
    expect(module.rootFiles).toEqual({
      'kubernetes.tf': 'provider "kubernetes" {}\n',
    });
  });
});
