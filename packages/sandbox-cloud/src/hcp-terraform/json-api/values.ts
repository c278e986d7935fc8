/** Times as the API writes them. */
export const iso = (time: number) => new Date(time).toISOString();

/** How an answer names another resource. */
export const to = (type: string, id: string | null | undefined) => ({
  data: id ? { type, id } : null,
});
