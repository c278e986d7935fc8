const SECRET_KEY =
  /^(?!nextToken$|subjectFromWebIdentityToken$|clientRequestToken$|clientToken$)(.*(password|passwd|passphrase|secret|secretkey|secretaccesskey|secretstring|secretbinary|secretvalue|apikey|api_key|privatekey|private_key|keymaterial|samlassertion|plaintext|connectionstring)|(.*[-_a-z])?token)$/i;
const SECRET_TEXT = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\./,
  /\b[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/i,
];
const KEY = /([\w-]+)["'\\]*\s*[:=]/g;
const HIDDEN = 'HIDDEN_BY_BACKSTAGE';
const DEEPEST = 100;

/** A copy without the secrets that CloudTrail is known to let through. */
export function redact<T>(value: T): T {
  return visit(value, 0) as T;
}

function visit(value: unknown, depth: number): unknown {
  if (typeof value === 'string') {
    return redactText(value, depth);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (depth > DEEPEST) {
    return HIDDEN;
  }
  if (Array.isArray(value)) {
    return value.map(item => visit(item, depth + 1));
  }
  const isSecretPair = Object.entries(value).some(
    ([key, item]) =>
      /^(name|key|parameterName|parameterKey)$/i.test(key) &&
      typeof item === 'string' &&
      SECRET_KEY.test(item),
  );
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isSecret =
        SECRET_KEY.test(key) || (isSecretPair && /value$/i.test(key));
      return [key, isSecret && item !== null ? HIDDEN : visit(item, depth + 1)];
    }),
  );
}

/** Some services put a whole JSON document into a text. */
function redactText(text: string, depth: number): string {
  if (SECRET_TEXT.some(secret => secret.test(text))) {
    return HIDDEN;
  }
  if (!/^\s*[[{]/.test(text) || depth > DEEPEST) {
    return text;
  }
  try {
    const document: unknown = JSON.parse(text);
    const redacted = JSON.stringify(visit(document, depth + 1));
    return redacted === JSON.stringify(document) ? text : redacted;
  } catch {
    // Such as one that CloudTrail has cut off.
    return [...text.matchAll(KEY)].some(([, key]) => SECRET_KEY.test(key))
      ? HIDDEN
      : text;
  }
}
