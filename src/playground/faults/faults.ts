import type { Fault, FaultKind, RoutePattern } from '../protocol/faults.ts';

/** The fault injected into a request. `released` settles when a held request may continue. */
export interface InjectedFault {
  readonly fault: Fault;
  readonly released: Promise<void>;
}

/** The active faults, in the order of their creation. */
export interface Faults {
  readonly list: () => readonly Fault[];
  /** Adds a fault for the next `times` matching requests, null for all. */
  add(route: RoutePattern, fault: FaultKind, times: number | null): FaultHandle;
  /** Removes one fault, or all, and releases the requests that they hold. */
  clear(id?: string): void;
  /** The fault for this request, if any; counts as a use. */
  inject(method: string, path: string): InjectedFault | undefined;
}

/** An active fault. */
export interface FaultHandle {
  readonly id: string;
  /** Settles once a first request has matched it. */
  readonly met: Promise<void>;
  /** Releases the requests that it holds, and removes it. */
  release(): void;
}

interface Entry {
  fault: Fault;
  readonly method: string;
  readonly path: RegExp;
  readonly gate: PromiseWithResolvers<void>;
  readonly met: PromiseWithResolvers<void>;
}

/** `changed` is called on every change of the list. */
export function faults(changed: () => void): Faults {
  let entries: Entry[] = [];
  /** Used up, but still holding requests. */
  let holding: Entry[] = [];
  let count = 0;
  const clear = (id?: string) => {
    const goes = (entry: Entry) => id === undefined || entry.fault.id === id;
    for (const entry of [...entries, ...holding].filter(goes)) entry.gate.resolve();
    entries = entries.filter((entry) => !goes(entry));
    holding = holding.filter((entry) => !goes(entry));
    changed();
  };
  return {
    list: () => entries.map((entry) => entry.fault),
    add(route, fault, times) {
      count += 1;
      const id = String(count);
      const full: Fault = { ...fault, id, route, left: times };
      const met = Promise.withResolvers<void>();
      entries.push({ fault: full, ...compile(route), gate: Promise.withResolvers<void>(), met });
      changed();
      return { id, met: met.promise, release: () => clear(id) };
    },
    clear,
    inject(method, path) {
      const entry = entries.find(
        (one) => (one.method === '*' || one.method === method) && one.path.test(path),
      );
      if (entry === undefined) return undefined;
      entry.met.resolve();
      if (entry.fault.left !== null) {
        entry.fault = { ...entry.fault, left: entry.fault.left - 1 };
        if (entry.fault.left === 0) {
          entries = entries.filter((other) => other !== entry);
          holding.push(entry);
        }
        changed();
      }
      return { fault: entry.fault, released: entry.gate.promise };
    },
  };
}

/** `POST /channels/:id/messages`: a word with a colon is one step of the path, `*` is anything. */
function compile(route: RoutePattern): { method: string; path: RegExp } {
  const [method, pattern] = route.includes(' ') ? (route.split(/\s+/, 2) as [string, string]) : ['*', route];
  const source = pattern
    .split('*')
    .map((part) =>
      part
        .split(/(:\w+)/)
        .map((piece) => (piece.startsWith(':') ? '[^/]+' : RegExp.escape(piece)))
        .join(''),
    )
    .join('.*');
  return { method: method.toUpperCase(), path: new RegExp(`^${source}$`) };
}
