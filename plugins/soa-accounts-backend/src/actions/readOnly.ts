/** Of all actions here: whoever lets an assistant only look may let it do these. */
export const readOnly = {
  readOnly: true,
  idempotent: true,
  destructive: false,
} as const;
