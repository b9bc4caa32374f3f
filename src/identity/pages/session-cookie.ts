import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import type { Session } from '../index.ts';

export type Cookie = { name: string; secure: boolean };

/** A `__Host-` cookie needs https; on a laptop without it the cookie goes by a plain name. */
export const sessionCookie = (publicUrl: string): Cookie =>
  publicUrl.startsWith('https:') ? { name: '__Host-bothy', secure: true } : { name: 'bothy', secure: false };

export const keepSession = (c: Context, { name, secure }: Cookie, { token, lasts }: Session): void =>
  setCookie(c, name, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: lasts });
