import type { IncomingHttpHeaders } from 'node:http';

/**
 * The reason to refuse a request, or undefined to allow it. A web page elsewhere must not control the playground:
 * `Host` must be a loopback name with our port (DNS rebinding), `Origin` must be our own, and a request with
 * `Sec-Fetch-Site: cross-site` may only navigate to the page itself. Programs send neither header.
 * @param fromOutside the playground is open under any name: another host name has no cookie that lets it in
 */
export function refusal(
  headers: IncomingHttpHeaders,
  port: number,
  path: string,
  fromOutside: boolean,
): string | undefined {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  // The default port of http is left out of headers and origins.
  const hosts = [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])];
  if (fromOutside && headers.host !== undefined) hosts.splice(0, hosts.length, headers.host);
  if (headers.host === undefined || !hosts.includes(headers.host)) {
    return `This server answers only to http://127.0.0.1:${port}/`;
  }
  const origin = headers.origin;
  if (
    origin !== undefined &&
    !hosts.some((host) => origin === `http://${host}` || (fromOutside && origin === `https://${host}`))
  ) {
    return 'Requests of other sites are refused';
  }
  const site = headers['sec-fetch-site'];
  const opensPage = headers['sec-fetch-mode'] === 'navigate' && (path === '/' || path === '/preview');
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage) {
    return 'Requests of other sites are refused';
  }
  return undefined;
}
