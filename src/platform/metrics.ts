import type { JobHandler, Work } from './jobs.ts';

/** Upper bounds in seconds; Prometheus works out quantiles from them. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Labels = Record<string, string>;
type Series = { below: number[]; sum: number; count: number };
type Family = { help: string; series: Map<string, Series> };

export type Metrics = ReturnType<typeof openMetrics>;
export type Request = { method: string; route: string; status: number; seconds: number };

/** Counts and durations by the pattern of a route or the name of a job; never an id, an address or a name. */
export function openMetrics() {
  const families = new Map<string, Family>();

  function observe(name: string, help: string, labels: Labels, seconds: number): void {
    const family = families.get(name) ?? { help, series: new Map<string, Series>() };
    families.set(name, family);
    const key = Object.entries(labels)
      .map(([label, value]) => `${label}="${value.replaceAll(/["\\\n]/g, '_')}"`)
      .join(',');
    const series = family.series.get(key) ?? { below: bounds.map(() => 0), sum: 0, count: 0 };
    family.series.set(key, series);
    bounds.forEach((bound, i) => (series.below[i]! += seconds <= bound ? 1 : 0));
    series.sum += seconds;
    series.count += 1;
  }

  return {
    request: ({ method, route, status, seconds }: Request): void =>
      observe(
        'bothy_request_duration_seconds',
        'How long pages took, by the pattern of their route.',
        { method: known(method), route, status: String(status) },
        seconds,
      ),

    job: (name: string, outcome: 'done' | 'failed', seconds: number): void =>
      observe('bothy_job_duration_seconds', 'How long jobs took, and whether they were done.', { job: name, outcome }, seconds),

    /** In the text format that Prometheus reads. */
    text: (): string => [...[...families].flatMap(([name, family]) => linesOf(name, family)), ...processLines(), ''].join('\n'),
  };
}

const known = (method: string): string =>
  ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'OTHER';

const linesOf = (name: string, { help, series }: Family): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} histogram`,
  ...[...series].flatMap(([labels, { below, sum, count }]) => [
    ...bounds.map((bound, i) => `${name}_bucket{${labels},le="${bound}"} ${below[i]}`),
    `${name}_bucket{${labels},le="+Inf"} ${count}`,
    `${name}_sum{${labels}} ${sum}`,
    `${name}_count{${labels}} ${count}`,
  ]),
];

const processLines = (): string[] => [
  '# TYPE process_resident_memory_bytes gauge',
  `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
  '# TYPE process_uptime_seconds gauge',
  `process_uptime_seconds ${process.uptime().toFixed(1)}`,
];

/** The same work, with each job counted and timed. */
export function measured({ handlers, ...rest }: Work, metrics: Metrics): Work {
  const timed =
    (name: string, handle: JobHandler): JobHandler =>
    async (data) => {
      const began = performance.now();
      let outcome: 'done' | 'failed' = 'failed';
      try {
        await handle(data);
        outcome = 'done';
      } finally {
        metrics.job(name, outcome, (performance.now() - began) / 1000);
      }
    };
  return { ...rest, handlers: Object.fromEntries(Object.entries(handlers).map(([name, handle]) => [name, timed(name, handle)])) };
}
