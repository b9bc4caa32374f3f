import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A code of http://hl7.org/fhir/issue-type. */
type IssueType = 'invalid' | 'not-found' | 'not-supported' | 'too-costly' | 'exception' | 'transient';
export type Issue = { code: IssueType; text: string };

export const fhirJson = 'application/fhir+json; charset=utf-8';

/** What went wrong, as FHIR tells it. */
export function outcome(c: Context, status: ContentfulStatusCode, ...issues: readonly Issue[]): Response {
  const body = {
    resourceType: 'OperationOutcome',
    issue: issues.map(({ code, text }) => ({ severity: 'error', code, details: { text }, diagnostics: text })),
  };
  return c.body(JSON.stringify(body), status, { 'content-type': fhirJson, 'cache-control': 'no-store' });
}
