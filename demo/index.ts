/** The demo programme: fictional, in the Galloway hills, with nobody real in it. */
export { loadDemo } from './load-demo.ts';
export { seed } from './seed.ts';
export type { Progress } from './population/background.ts';
export { welcome } from './welcome.ts';
export { demoPassword } from './programme.ts';
