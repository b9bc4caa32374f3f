type Close = () => Promise<void>;

/** Longer than any page takes and any job is given to end; shorter than what supervisors wait before they kill. */
const patience = 10_000;
/** npm passes on a Ctrl-C that its child has received already; that is not a second one. */
const same = 500;

/** On SIGINT or SIGTERM: finishes what is under way, closes what was opened, ends with 0. A second signal ends at once. */
export function stopOnSignals(env: NodeJS.ProcessEnv): { afterwards(close: Close): void; last(close: Close): void; begun(): boolean } {
  const closes: Close[] = [];
  const lasts: Close[] = [];
  let since: number | undefined;

  async function stop(): Promise<void> {
    if (since !== undefined) {
      if (performance.now() - since > same) process.exit(1);
      return;
    }
    since = performance.now();
    setTimeout(() => process.exit(1), patience).unref();
    await Promise.allSettled(closes.map((close) => close()));
    await Promise.allSettled(lasts.map((close) => close()));
    process.exit(0);
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  // npm passes a signal on to the shell between us, which dies of it and tells nobody.
  const parent = process.ppid;
  if (env['npm_lifecycle_event']) setInterval(() => process.ppid !== parent && since === undefined && void stop(), 250).unref();
  return { afterwards: (close) => void closes.push(close), last: (close) => void lasts.push(close), begun: () => since !== undefined };
}
