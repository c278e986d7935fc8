import type { Request } from 'express';
import type { Refusal, Silence } from './MisbehaviourRule';

/** Whether a request was refused by no answer at all, which then needs no more. */
export function keepSilent(
  request: Request,
  refusal: Refusal | undefined,
): refusal is Silence {
  if (refusal === 'drop') {
    request.socket.destroy();
  }
  return refusal === 'drop' || refusal === 'hang';
}
