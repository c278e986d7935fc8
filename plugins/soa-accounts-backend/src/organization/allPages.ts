/** Follows a list to its end. A page can be empty and still have a next one. */
export async function allPages<T>(
  read: (
    token: string | undefined,
  ) => Promise<{ items: T[] | undefined; next: string | undefined }>,
): Promise<T[]> {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const { items, next } = await read(token);
    all.push(...(items ?? []));
    token = next;
  } while (token);
  return all;
}
