import { expect, test } from 'vitest';
import { headings, LANGUAGES, rawPosts } from './files.ts';

/** What each session told, as the ids of the sections that tell it. */
const TOLD: Readonly<Record<number, readonly string[]>> = {
  1: [
    'analysis-first',
    'data-lake',
    'serverless-analytics',
    'bigquery',
    'bigquery-for-ai',
    'wemakeprice',
    'real-time',
    'pipeline',
  ],
  2: ['data-and-intelligence', 'why-ai-is-hard', 'cloud-automl', 'video-search', 'csi'],
  3: ['what-ai-takes', 'cloud-ai-platform', 'vision-api-demo', 'own-model', 'cloud-automl'],
  4: [
    'iot-strategies',
    'cloud-iot-core',
    'edge-computing',
    'why-edge',
    'edge-uses',
    'iot-edge-products',
    'ml-at-the-edge',
    'edge-ml',
    'training',
    'quantization',
    'deployment',
    'inference',
    'edge-tpu',
    'dev-kit',
  ],
  5: [
    'ai-democratization',
    'data-to-ai',
    'cloud-dataprep',
    'data-studio',
    'bigquery-ml',
    'cloud-ai-solutions',
    'contact-center-ai',
    'serverless-ml',
    'cloud-ml-engine',
    'hypertune',
    'kubeflow',
    'netmarble',
    'wrap-up',
  ],
  6: [
    'machine-learning',
    'lack-of-expertise',
    'unstructured-data',
    'cloud-vision-api',
    'cloud-translation-api',
    'samsung',
    'cloud-natural-language-api',
    'speech',
    'cloud-video-intelligence-api',
    'training',
  ],
};

test.each(LANGUAGES)('everything the sessions told has a heading of its own ($0)', (language) => {
  rawPosts(language).forEach((post, index) => {
    const ids = headings(post).map((heading) => heading.id);
    const missing = (TOLD[index + 1] ?? ['']).filter((id) => !ids.includes(id));
    expect(missing, post.file).toEqual([]);
  });
});
