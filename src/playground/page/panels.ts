import type { Json, PanelView } from '../protocol/views.ts';

/** A part of the side panel that the host program provides: state and actions. */
export interface Panel {
  /** The state shown; read again after every change. */
  state(): Json;
  readonly actions: Readonly<Record<string, (input: Json) => Json | Promise<Json>>>;
  /** Calls `changed` after every change of the state; returns a function that unsubscribes. */
  subscribe?(changed: () => void): () => void;
}

/** The panels of one playground. */
export interface Panels {
  add(name: string, panel: Panel): void;
  list(): PanelView[];
  /** Throws if the panel or the action is unknown, or the action itself throws. */
  act(name: string, action: string, input: Json): Promise<Json>;
  close(): void;
}

/** `tell` is called on every change. */
export function panels(tell: (view: PanelView) => void): Panels {
  const known = new Map<string, Panel>();
  const ends: (() => void)[] = [];
  const view = (name: string, panel: Panel): PanelView => ({
    name,
    state: panel.state(),
    actions: Object.keys(panel.actions),
  });
  return {
    add(name, panel) {
      known.set(name, panel);
      const end = panel.subscribe?.(() => tell(view(name, panel)));
      if (end !== undefined) ends.push(end);
      tell(view(name, panel));
    },
    list: () => [...known].map(([name, panel]) => view(name, panel)),
    async act(name, action, input) {
      const panel = known.get(name);
      const run = panel?.actions[action];
      if (panel === undefined || run === undefined)
        throw new Error(`There is no ${action} in the panel ${name}.`);
      const result = await run(input);
      tell(view(name, panel));
      return result;
    },
    close() {
      for (const end of ends) end();
    },
  };
}
