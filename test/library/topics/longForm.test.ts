import { describe, expect, it } from 'vitest';
import { isShortFor, isShortForm } from '#library/topics/longForm.ts';

describe('short forms', () => {
  it.each(['MSP', 'IoT', 'TPUs', 'BI'])('%s is one', (name) => expect(isShortForm(name)).toBe(true));
  it.each(['BigQuery', 'Kubeflow', 'Cloud TPU', 'Coral', 'A', '텐서'])('%s is none', (name) =>
    expect(isShortForm(name)).toBe(false),
  );

  it.each([
    ['MSP', 'managed service provider'],
    ['POS', 'point of sale'],
    ['IoT', 'Internet of Things'],
    ['TPUs', 'Tensor Processing Unit'],
    ['NR', 'the noise ratio'],
  ])('%s is short for %s', (short, long) => expect(isShortFor(short, long)).toBe(true));

  it.each([
    ['MSP', 'managed services'],
    ['CPU', 'chip'],
    ['BI', 'BigQuery'],
  ])('%s is not short for %s', (short, long) => expect(isShortFor(short, long)).toBe(false));
});
