import type { ServerEvent, ServerMessage } from '../protocol/events.ts';
import type { PageAction, Results } from '../protocol/requests.ts';

/** The result of a request. */
export type ResultOf<A extends PageAction> = Results[A['do']];

/** The connection to the server. */
export interface Connection {
  /** Rejects if the server refuses, or the connection is lost before the reply. */
  request<A extends PageAction>(action: A): Promise<ResultOf<A>>;
  close(): void;
}

export interface ConnectionListener {
  onEvent(event: ServerEvent): void;
  onState(state: 'connecting' | 'open' | 'lost'): void;
}

interface Waiting {
  readonly resolve: (result: Results[keyof Results]) => void;
  readonly reject: (error: Error) => void;
}

const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 5000;

/** Opens a connection that reconnects with growing pauses. */
export function openConnection(url: string, listener: ConnectionListener): Connection {
  const waiting = new Map<number, Waiting>();
  let socket: WebSocket | undefined;
  let pause = FIRST_PAUSE;
  let lastId = 0;
  let closed = false;

  const connect = (): void => {
    socket = new WebSocket(url);
    socket.addEventListener('open', () => {
      pause = FIRST_PAUSE;
      listener.onState('open');
    });
    socket.addEventListener('message', (frame) => receive(JSON.parse(String(frame.data))));
    socket.addEventListener('close', () => {
      for (const one of waiting.values()) one.reject(new Error('The connection was lost'));
      waiting.clear();
      if (closed) return;
      listener.onState('lost');
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    });
  };

  const receive = (message: ServerMessage): void => {
    if ('event' in message) {
      listener.onEvent(message);
      return;
    }
    const one = waiting.get(message.reply);
    waiting.delete(message.reply);
    if (message.ok) one?.resolve(message.result);
    else one?.reject(new Error(message.error));
  };

  listener.onState('connecting');
  connect();
  return {
    request: <A extends PageAction>(action: A) =>
      new Promise<ResultOf<A>>((resolve, reject) => {
        if (socket?.readyState !== WebSocket.OPEN) {
          reject(new Error('Not connected'));
          return;
        }
        lastId += 1;
        // The protocol pairs each request with its result, which JSON cannot verify.
        waiting.set(lastId, { resolve: (result) => resolve(result as ResultOf<A>), reject });
        socket.send(JSON.stringify({ id: lastId, ...action }));
      }),
    close: () => {
      closed = true;
      socket?.close();
    },
  };
}
