import type { Hono } from 'hono';
import type { Door } from './identity/index.ts';
import type { Modules } from './compose.ts';

/** The doors of embedding and voice, one line each. */
export function openBelongingDoors(_app: Hono<Door>, _modules: Modules): void {}
