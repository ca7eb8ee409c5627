import type { Rest } from '../../src/discord/rest/rest.ts';

export interface Sent {
  readonly method: string;
  readonly route: string;
  readonly body: unknown;
}

/** Discord's REST API as a function; tells what was sent. */
export const fakeRest = (
  answer: (sent: Sent) => unknown = () => undefined,
): { readonly rest: Rest; readonly sent: readonly Sent[] } => {
  const sent: Sent[] = [];
  const send = (method: string) => async (route: string, options?: { body?: unknown }) => {
    const request = { method, route, body: options?.body };
    sent.push(request);
    return await Promise.resolve(answer(request));
  };
  const ask =
    (method: string) =>
    async <Answer>(route: string, options?: { body?: unknown }) =>
      (await send(method)(route, options)) as Answer;
  return {
    sent,
    rest: {
      get: ask('GET'),
      post: ask('POST'),
      put: ask('PUT'),
      patch: ask('PATCH'),
      delete: async (route, options) => {
        await send('DELETE')(route, options);
      },
    },
  };
};
