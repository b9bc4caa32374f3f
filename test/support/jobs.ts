import type { JobData, JobHandler, Jobs } from '../../src/platform/jobs.ts';

export type QueuedJob = { name: string; data: JobData; startAfter?: Date };

/** Stands in for the queue where a test wants to see what was queued, and to decide when it is done. */
export function heldJobs(): Jobs & { queued: QueuedJob[]; run(handlers: Record<string, JobHandler>, upTo?: Date): Promise<number> } {
  const queued: QueuedJob[] = [];
  return {
    queued,
    enqueue: (_tx, name, data, options = {}) => {
      queued.push({ name, data, ...(options.startAfter && { startAfter: options.startAfter }) });
      return Promise.resolve();
    },
    async run(handlers, upTo = new Date(8.64e15)) {
      let done = 0;
      for (;;) {
        const next = queued.findIndex((job) => (job.startAfter ?? upTo) <= upTo);
        if (next < 0) return done;
        const [job] = queued.splice(next, 1);
        await handlers[job!.name]?.(job!.data);
        done++;
      }
    },
  };
}
