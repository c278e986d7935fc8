const SECRET_KEY =
  /^(sessiontoken|secretaccesskey|secretstring|secretbinary|password|masteruserpassword|newpassword|oldpassword|privatekey|keymaterial|authtoken|clienttoken.*secret|accesstoken|refreshtoken|webidentitytoken|samlassertion|token)$/i;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const HIDDEN = 'HIDDEN_BY_BACKSTAGE';

/** A copy without the secrets that CloudTrail is known to let through. */
export function redact<T>(value: T): T {
  return visit(value) as T;
}

function visit(value: unknown): unknown {
  if (typeof value === 'string') {
    return PRIVATE_KEY.test(value) ? HIDDEN : value;
  }
  if (Array.isArray(value)) {
    return value.map(visit);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        SECRET_KEY.test(key) && item !== null ? HIDDEN : visit(item),
      ]),
    );
  }
  return value;
}
