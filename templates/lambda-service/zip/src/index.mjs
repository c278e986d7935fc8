/** Answers requests of an HTTP API, a function URL and VPC Lattice alike. */
export async function handler(event) {
  const path = event.rawPath ?? event.path ?? '/';
  console.log(JSON.stringify({ message: 'Request', path }));
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: 'Hello', path }),
  };
}
