import { expect } from 'vitest';
import { stringsFor } from '#locales/index.ts';
import { drawPage } from '#pages/draw.ts';
import { withActions } from '#pages/message/share.ts';
import type { Page, Reader, Sources } from '#pages/model.ts';
import { type Route, readControl } from '#pages/route.ts';
import { controlsOf, customIdsOf, problemsOf } from './validate.ts';

/** Follows every control from a page on, and says which pages Discord would refuse or that lead nowhere. */
export function crawl(sources: Sources, reader: Reader, most = 5_000): ReadonlyMap<string, Page> {
  const seen = new Map<string, Page>();
  const waiting: Route[] = [
    { page: 'index', part: 1 },
    { page: 'help' },
    ...sources.library.topics.map(({ id }) => ({ page: 'topic' as const, topic: id, part: 1 })),
  ];
  const found = new Set<string>();
  for (let route = waiting.pop(); route !== undefined && seen.size < most; route = waiting.pop()) {
    const page = drawPage(sources, route, reader);
    const name = JSON.stringify(route);
    expect(problemsOf(page), name).toEqual([]);
    const shared = withActions(page, { route, private: true, inDm: true }, reader);
    expect(problemsOf(shared), name).toEqual([]);
    expect(customIdsOf(shared), `no room to share ${name}`).toHaveLength(customIdsOf(page).length + 1);
    expect(page.embeds[0]?.title, `${name} is gone`).not.toBe(stringsFor(reader.locale).gone.title);
    seen.set(name, page);
    for (const text of controlsOf(page)) {
      const next = readControl(text)?.route;
      const key = text.replace(/#\d+$/, '');
      if (next === undefined || found.has(key)) continue;
      found.add(key);
      waiting.push(next);
    }
  }
  return seen;
}
