import { createHash } from 'node:crypto';
import { uuid } from '../../platform/database.ts';
import { textIn } from './raw.ts';

/** The UUID that a feed gives; for any other id one made of it, always the same (RFC 9562, version 8). */
export function idFrom(given: unknown): string {
  const text = textIn(given);
  if (uuid.test(text)) return text.toLowerCase();
  const hex = hashOf(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
