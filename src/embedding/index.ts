export type { Site } from './site.ts';
export { allSites, siteById } from './store/sites.ts';
