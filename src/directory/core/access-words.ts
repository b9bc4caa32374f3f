import { idea } from './idea.ts';

/** What it takes to get in, and to take part. */
export const accessWords = {
  stepFree: idea('step free, wheelchair', {
    said: 'wheelchair accessible, wheelchair access, wheelchair friendly, accessible, no steps, no stairs, level access, disabled access, ramp access, get in with a wheelchair, mobility scooter',
    accessibility: ['step-free'],
  }),
  toilet: idea('accessible toilet', { said: 'disabled toilet, wheelchair toilet, changing places', accessibility: ['accessible-toilet'] }),
  hearingLoop: idea('hearing loop', { said: 'induction loop, loop system, t loop', accessibility: ['hearing-loop'] }),
  signLanguage: idea('sign language, signing', { said: 'bsl, bsl interpreter, british sign language', accessibility: ['sign-language'] }),
  parking: idea('parking', { said: 'car park, park the car, disabled parking, somewhere to park', accessibility: ['parking'] }),
  nearBus: idea('bus stop', { said: 'on the bus route, near a bus stop, near the bus, by bus, bus route', accessibility: ['near-bus'] }),
  quiet: idea('quiet, soft lights', {
    said: 'quiet space, quiet room, not too loud, noise, noisy, calm, hates noise, hates crowds, crowds, lights low, low lights, calm place, sensory friendly',
    accessibility: ['quiet-space'],
  }),
  assistanceDogs: idea('assistance dogs', {
    said: 'guide dog, guide dogs, assistance dog, hearing dog',
    accessibility: ['assistance-dogs'],
  }),
} as const;
