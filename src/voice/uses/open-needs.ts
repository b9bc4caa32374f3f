import { areaPlaceUses } from './area-places.ts';
import { areaUses } from './areas.ts';
import { needsPriorityUses } from './needs-priorities.ts';
import { profileUses } from './profile.ts';

type Ports = Parameters<typeof areaUses>[0];
export type CommunityNeeds = ReturnType<typeof openCommunityNeeds>;

/** What a community needs, beside what there is. */
export const openCommunityNeeds = (ports: Ports) => ({
  ...areaUses(ports),
  ...areaPlaceUses(ports),
  ...profileUses(ports),
  ...needsPriorityUses(ports),
});
