import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { createGateway, type Gateway } from '#discord/gateway/gateway.ts';
import { createPoster } from '#discord/poster/poster.ts';
import type { StartTimer } from '#discord/timer.ts';
import type { FinalCheck, Poster } from '#recap/delivery/poster.ts';
import type { StartError } from '../../src/exit.ts';
import { logLines, logTo } from '../e2e/logLines.ts';

/** What a stand-in for Discord was asked for: `POST /channels/7/messages`. */
export type Asked = readonly string[];

export interface Bot {
  readonly gateway: Gateway;
  readonly poster: Poster;
  readonly asked: Asked;
  readonly ends: readonly StartError[];
  readonly log: ReturnType<typeof logLines>;
}

const never: StartTimer = () => () => {};

/** A bot on a stand-in for Discord that answers as it is told. */
export const botOn = async (
  answer: (request: IncomingMessage, response: ServerResponse, asked: Asked) => void,
  after: StartTimer = never,
): Promise<Bot> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url?.replace('/api/v10', '')}`);
    request.resume().once('end', () => answer(request, response, asked));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const ends: StartError[] = [];
  const log = logLines();
  const gateway = createGateway({
    token: 'a.b.c',
    apiUrl: `http://127.0.0.1:${port}/api`,
    log: logTo(log),
    after,
    elapsed: () => 0,
    onEnd: (reason) => ends.push(reason),
  });
  onTestFinished(async () => {
    await gateway.close();
    server.closeAllConnections();
    server.close();
  });
  return { gateway, poster: createPoster(gateway.restOnce, () => '1', logTo(log)), asked, ends, log };
};

/** A final check that allows everything. */
export const yes: FinalCheck = { allows: async () => true, stillHolds: () => true };

/** A message to be posted. */
export const orderWith = (finalCheck: FinalCheck) => ({
  channelId: '7',
  page: { embeds: [], components: [], files: [] },
  nonce: 'n',
  allowedRoleIds: [],
  signal: new AbortController().signal,
  finalCheck,
  name: 'A recap',
});
