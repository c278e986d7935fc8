import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ResponseError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ErrorState } from './ErrorState';

/** An error as a backend's answer becomes one. */
function answered(status: number, name: string, message: string) {
  return ResponseError.fromResponse({
    ok: false,
    status,
    statusText: name,
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () =>
      JSON.stringify({
        error: { name, message },
        response: { statusCode: status },
      }),
  } as Response);
}

describe('ErrorState', () => {
  it('says what the server said, and tries again', async () => {
    const onRetry = jest.fn();
    const error = await answered(400, 'InputError', 'limit: must be a number');
    renderInTestApp(
      <ErrorState title="Not loaded" error={error} onRetry={onRetry} />,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Not loaded.*limit: must be a number/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('tells what one may not see from what went wrong', async () => {
    const error = await answered(403, 'NotAllowedError', 'Ask for x');
    renderInTestApp(
      <ErrorState title="Not loaded" error={error} onRetry={() => {}} />,
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/You may not see this.*Ask for x/);
    expect(alert).not.toHaveTextContent('Not loaded');
  });
});
