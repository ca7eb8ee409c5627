import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import {
  DELIVERY_OUTCOMES,
  INTERACTION_KINDS,
  INTERACTION_OUTCOMES,
  MODEL_OUTCOMES,
  observed,
} from '../observe.ts';

/** Sizes that are read when the metrics are scraped. */
export interface Sizes {
  readonly posts: number;
  readonly sessions: number;
  readonly findings: readonly { readonly level: 'error' | 'warning' | 'note'; readonly count: number }[];
  readonly shards: { readonly ready: number; readonly all: number };
  readonly deliveriesUnderWay: number;
  readonly isReady: boolean;
}

/** Metrics in the text format of Prometheus. Labels hold kinds and outcomes, and no id of anybody. */
export interface Metrics {
  readonly contentType: string;
  readonly text: () => Promise<string>;
  readonly close: () => void;
}

/** Seconds; Discord waits three. */
const ANSWER_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 3];
const LAG_BUCKETS = [1, 5, 15, 60, 300, 900, 3_600, 10_800];
const WAIT_BUCKETS = [0.1, 0.5, 1, 5, 15, 60, 300];

/** Counts what is observed from now on. */
export const createMetrics = (sizes: () => Sizes): Metrics => {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });

  const interactions = new Counter({
    name: 'lectern_interactions_total',
    help: 'Interactions by kind and outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const firstAnswers = new Histogram({
    name: 'lectern_first_answer_seconds',
    help: 'Time from the arrival of an interaction until its first answer had reached Discord',
    labelNames: ['kind'],
    buckets: ANSWER_BUCKETS,
    registers,
  });
  const deliveries = new Counter({
    name: 'lectern_deliveries_total',
    help: 'Recaps by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const lags = new Histogram({
    name: 'lectern_delivery_lag_seconds',
    help: 'Time from the due time of a recap until it was posted',
    buckets: LAG_BUCKETS,
    registers,
  });
  const requests = new Counter({
    name: 'lectern_rest_requests_total',
    help: "Answers of Discord's REST API by method and status",
    labelNames: ['method', 'status'],
    registers,
  });
  const waits = new Histogram({
    name: 'lectern_rest_limit_wait_seconds',
    help: 'Waits for rate limits',
    buckets: WAIT_BUCKETS,
    registers,
  });
  const models = new Counter({
    name: 'lectern_model_requests_total',
    help: 'Requests to models of embeddings and of language, by outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const gauges = {
    posts: new Gauge({ name: 'lectern_posts', help: 'Posts that are loaded', registers }),
    sessions: new Gauge({ name: 'lectern_sessions', help: 'Sessions that are loaded', registers }),
    findings: new Gauge({
      name: 'lectern_findings',
      help: 'What is wrong or doubtful in the posts',
      labelNames: ['level'],
      registers,
    }),
    shards: new Gauge({
      name: 'lectern_shards',
      help: 'Shards of this process',
      labelNames: ['state'],
      registers,
    }),
    underWay: new Gauge({
      name: 'lectern_deliveries_under_way',
      help: 'Recaps that are being delivered',
      registers,
    }),
    ready: new Gauge({ name: 'lectern_ready', help: '1 where /readyz is green', registers }),
  };
  // A counter that has not counted yet is shown as 0, so that its first count is seen as one.
  for (const outcome of DELIVERY_OUTCOMES) deliveries.inc({ outcome }, 0);
  for (const kind of INTERACTION_KINDS)
    for (const outcome of INTERACTION_OUTCOMES) interactions.inc({ kind, outcome }, 0);

  for (const kind of ['embeddings', 'model'])
    for (const outcome of MODEL_OUTCOMES) models.inc({ kind, outcome }, 0);

  const stops = [
    observed.interactions.hear(({ kind, outcome, firstAnswer }) => {
      interactions.inc({ kind, outcome });
      if (firstAnswer !== undefined) firstAnswers.observe({ kind }, firstAnswer);
    }),
    observed.deliveries.hear(({ outcome, count, lag }) => {
      deliveries.inc({ outcome }, count);
      if (outcome === 'posted') lags.observe(lag);
    }),
    observed.requests.hear(({ method, status }) => requests.inc({ method, status: String(status) })),
    observed.waits.hear(({ wait }) => waits.observe(wait)),
    observed.models.hear(({ kind, outcome }) => models.inc({ kind, outcome })),
  ];

  const measure = (): void => {
    const { posts, sessions, findings, shards, deliveriesUnderWay, isReady } = sizes();
    gauges.posts.set(posts);
    gauges.sessions.set(sessions);
    for (const { level, count } of findings) gauges.findings.set({ level }, count);
    gauges.shards.set({ state: 'ready' }, shards.ready);
    gauges.shards.set({ state: 'not-ready' }, shards.all - shards.ready);
    gauges.underWay.set(deliveriesUnderWay);
    gauges.ready.set(isReady ? 1 : 0);
  };

  return {
    contentType: register.contentType,
    text: async () => {
      measure();
      return await register.metrics();
    },
    close: () => {
      for (const stop of stops) stop();
      register.clear();
    },
  };
};
