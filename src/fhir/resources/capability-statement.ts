import type { Programme } from '../../identity/index.ts';
import { profiles } from '../codes.ts';
import { searchParameters } from '../search.ts';
import type { Resource } from '../web/resource.ts';

/** When what is said here last changed. */
const date = '2026-11-21';

/** What can be asked here. */
export const capabilityStatement = (programme: Programme, base: string): Resource => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date,
  kind: 'instance',
  software: { name: 'Bothy' },
  implementation: { description: `The directory of services of ${programme.name}`, url: base },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json', 'json'],
  rest: [
    {
      mode: 'server',
      security: { cors: true, description: 'Open to anybody; nothing here is about a person, and nothing can be changed.' },
      resource: [
        {
          type: 'HealthcareService',
          supportedProfile: [profiles.healthcareService],
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          searchParam: Object.entries(searchParameters).map(([name, { type, documentation }]) => ({ name, type, documentation })),
        },
        { type: 'Organization', interaction: [{ code: 'read' }] },
        { type: 'Location', interaction: [{ code: 'read' }] },
      ],
    },
  ],
});
