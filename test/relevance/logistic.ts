/** What was seen of a query, and whether its first passage was right. */
export interface Sample {
  readonly features: readonly number[];
  readonly right: 0 | 1;
  readonly weight: number;
}

/** Holds weights small, so that few queries do not pull them far. */
const RIDGE = 0.0005;
const MOST_ROUNDS = 40;
const STILL = 1e-6;

/** The weights of a logistic model, the bias first, by Newton's method. */
export function weightsOf(samples: readonly Sample[]): number[] {
  const size = (samples[0]?.features.length ?? 0) + 1;
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : -RIDGE * total * weight));
    const bend = weights.map((_, i) => weights.map((__, j) => (i === j && i > 0 ? RIDGE * total : 0)));
    for (const { features, right, weight } of samples) {
      const row = [1, ...features];
      const sum = row.reduce((all, feature, i) => all + feature * (weights[i] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-sum));
      const steep = weight * chance * (1 - chance) + 1e-9;
      row.forEach((feature, i) => {
        slope[i] = (slope[i] ?? 0) + weight * (right - chance) * feature;
        const line = bend[i] ?? [];
        row.forEach((other, j) => {
          line[j] = (line[j] ?? 0) + steep * feature * other;
        });
      });
    }
    const step = solve(bend, slope);
    step.forEach((change, i) => {
      weights[i] = (weights[i] ?? 0) + change;
    });
    if (Math.max(...step.map(Math.abs)) < STILL) break;
  }
  return weights;
}

/** Solves a positive definite system by elimination. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let at = 0; at < size; at += 1) {
    const pivot = rows[at] ?? [];
    for (let i = at + 1; i < size; i += 1) {
      const row = rows[i] ?? [];
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let j = at; j <= size; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  const out = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? [];
    let rest = row[size] ?? 0;
    for (let j = at + 1; j < size; j += 1) rest -= (row[j] ?? 0) * (out[j] ?? 0);
    out[at] = rest / (row[at] ?? 1);
  }
  return out;
}
