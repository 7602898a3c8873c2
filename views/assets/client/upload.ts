type Sending = { url: string; init: RequestInit; form: HTMLFormElement };

/** `fetch` does not tell how far an upload is; XMLHttpRequest does. */
function sendWithProgress({ url, init, form }: Sending): Promise<Response> {
  const bar = form.querySelector('progress');
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init.method ?? 'POST', url);
    for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => {
      if (!bar) return;
      bar.hidden = false;
      bar.max = total;
      bar.value = loaded;
    };
    request.onload = () => {
      const headers = new Headers();
      for (const line of request.getAllResponseHeaders().trim().split('\r\n')) {
        const colon = line.indexOf(':');
        headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
      }
      resolve(new Response(request.responseText, { status: request.status, headers }));
    };
    request.onerror = () => reject(new TypeError('network'));
    init.signal?.addEventListener('abort', () => request.abort());
    request.send(init.body instanceof FormData ? init.body : null);
  });
}

/** Forms with `data-upload` show how far their files are, in the `<progress>` they hold. */
export function startUpload(): void {
  document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
    const form = ctx.sourceElement;
    if (!(form instanceof HTMLFormElement) || form.dataset.upload === undefined) return;
    Object.assign(ctx, { fetch: (url: string, init: RequestInit) => sendWithProgress({ url, init, form }) });
  });
}
