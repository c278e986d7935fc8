import { ResponseError, ServiceUnavailableError } from '@backstage/errors';

/** @throws ServiceUnavailableError or ResponseError where it does not answer well */
export async function askSandbox(
  url: string,
  init: RequestInit,
): Promise<Response> {
  let answer;
  try {
    answer = await fetch(url, init);
  } catch (error) {
    init.signal?.throwIfAborted();
    throw new ServiceUnavailableError(
      `The sandbox cloud does not answer at ${url}: start it, or set demo.repositoriesUrl`,
      error,
    );
  }
  if (!answer.ok) {
    throw await ResponseError.fromResponse(answer);
  }
  return answer;
}
