import { isNeed, isRestricted, type Need } from './need.ts';

const quiet = 'safety';

/** How a need is named in the address of a page for everybody. A history must not tell what nobody should be seen to look for. */
export const toAddress = (need: Need): string => (isRestricted(need) ? quiet : need);

/** The need of such an address; undefined when there is none. */
export const fromAddress = (text: string): Need | undefined => {
  if (text === quiet) return 'domestic-abuse';
  return isNeed(text) && !isRestricted(text) ? text : undefined;
};
