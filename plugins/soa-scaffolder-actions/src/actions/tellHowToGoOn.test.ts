import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { tellHowToGoOn } from './tellHowToGoOn';

const failing = (error: Error) =>
  tellHowToGoOn(async () => {
    throw error;
  });

describe('tellHowToGoOn', () => {
  it('says what to do when HCP Terraform has not answered', async () => {
    await expect(
      failing(new HcpTerraformError('unavailable', 'tfc does not answer')),
    ).rejects.toThrow(
      'tfc does not answer. Run the template again with the same input: it goes on where this has stopped.',
    );
  });

  it('leaves other errors as they are', async () => {
    const error = new HcpTerraformError('bad-token', 'The token is not valid');
    await expect(failing(error)).rejects.toBe(error);
  });
});
