/** What is known of a page: enough to know, when it has not changed, what stands on it. */
export type PageContent = { ids: readonly string[]; next: boolean };
type Validators = { etag?: string | undefined; lastModified?: string | undefined };
export type Remembered = { etag: string | null; lastModified: string | null; content: PageContent };

export type PageMemory = {
  find: (address: string) => Promise<Remembered | undefined>;
  note: (address: string, validators: Validators, content: PageContent) => void;
};

export const noMemory: PageMemory = { find: () => Promise.resolve(undefined), note: () => undefined };

/** A memory that keeps what it hears to itself until somebody has taken in the whole feed. */
export function heldMemory(find: PageMemory['find']): PageMemory & { heard: () => ReadonlyMap<string, Remembered> } {
  const heard = new Map<string, Remembered>();
  return {
    find,
    note: (address, { etag, lastModified }, content) => {
      if (etag || lastModified) heard.set(address, { etag: etag ?? null, lastModified: lastModified ?? null, content });
    },
    heard: () => heard,
  };
}
