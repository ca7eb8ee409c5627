import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createMetrics } from '../../src/ops/metrics.ts';

test('the dashboard shows metrics that there are', async () => {
  const metrics = createMetrics(() => ({
    posts: 1,
    sessions: 1,
    findings: [{ level: 'error', count: 0 }],
    shards: { ready: 1, all: 1 },
    deliveriesUnderWay: 0,
    isReady: true,
  }));
  onTestFinished(metrics.close);
  const told = new Set(
    [...(await metrics.text()).matchAll(/^# TYPE (\S+) (\S+)/gm)].flatMap(([, name, type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_count`] : [name],
    ),
  );
  const text = await readFile(path.join(import.meta.dirname, '../../docs/grafana.json'), 'utf8');
  const shown = [...JSON.stringify(JSON.parse(text)).matchAll(/\b((?:lectern|nodejs|process)_[a-z0-9_]+)/g)];
  expect(shown.length).toBeGreaterThan(10);
  for (const [, name] of shown) expect(told).toContain(name);
});
