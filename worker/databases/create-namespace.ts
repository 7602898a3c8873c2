type AdminApi = {
  /** Where the server's `--admin-listen-addr` is. */
  readonly url: string;
  /** Empty when the admin address is protected by the network alone. Sent as it is when it names its scheme. */
  readonly token: string;
};

/** Asks a libSQL server for a namespace. It answers 400 when there is one, so its words decide, not its status. */
export async function createNamespace(admin: AdminApi, name: string): Promise<void> {
  const base = admin.url.endsWith('/') ? admin.url : `${admin.url}/`;
  const response = await fetch(new URL(`v1/namespaces/${name}/create`, base), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization(admin.token) },
    body: '{}',
  });
  const words = await response.text();
  if (response.ok || /already exists/i.test(words)) return;
  throw new Error(`the libSQL server did not create database ${name}: ${response.status} ${words}`);
}

function authorization(token: string): Record<string, string> {
  if (token === '') return {};
  return { authorization: token.includes(' ') ? token : `Bearer ${token}` };
}
