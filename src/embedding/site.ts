/** A practice or a team whose belonging is looked at. `team`: the team that its people are referred to, or itself. */
export type Site = { id: string; kind: 'practice' | 'team'; name: string; place: string; team: string };
