/** What is done with somebody who is alive: asked, measured, met, connected, written to. */
const withTheLiving: readonly string[] = [
  'appointments',
  'attempt',
  'connect',
  'measures',
  'not-reached',
  'reopen',
  'share',
  'hold',
  'handover',
];
/** Pages that only ask for such a thing. The others show what was, and stay open. */
const onlyAsking: readonly string[] = ['attempt', 'connect', 'not-reached'];

/** Whether a page about somebody is closed once they have died. `rest` is what follows their id in its address. */
export function isClosedToTheDead(method: string, rest: string): boolean {
  const parts = rest.split('/').filter(Boolean);
  const asked = method === 'GET' || method === 'HEAD' ? onlyAsking : withTheLiving;
  return parts.some((part) => asked.includes(part));
}
