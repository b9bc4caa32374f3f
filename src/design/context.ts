import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Chrome, Errors, Values, Words } from './chrome.ts';

const ChromeContext = createContext<Chrome | null>(null);
const FieldErrors = createContext<Errors>({});
const TypedValues = createContext<Values>({});

export const ChromeProvider = ChromeContext.Provider;
export const ErrorsProvider = FieldErrors.Provider;
export const ValuesProvider = TypedValues.Provider;

export function useChrome(): Chrome {
  const chrome = useContext(ChromeContext);
  if (!chrome) throw new Error('Render pages with renderPage(chrome, node)');
  return chrome;
}

/** Whether whoever looks has this place in their navigation: a link to where they may not go is a dead end. */
export const useMayGo = (href: string): boolean => useChrome().nav.some((place) => place.href === href);

export const useWords = (): Words => useChrome().words;

export function useError(name: string, errors?: Errors): string | undefined {
  const fromPage = useContext(FieldErrors);
  return (errors ?? fromPage)[name];
}

/** What was typed wins over the default. */
export function useValue(name: string, value?: string): string | undefined {
  const typed = useContext(TypedValues)[name];
  return (Array.isArray(typed) ? typed[0] : typed) ?? value;
}

/** An unticked box is absent from a form body, so once anything was typed the default no longer counts. */
export function useChosen(name: string, value: readonly string[] = []): readonly string[] {
  const values = useContext(TypedValues);
  if (Object.keys(values).length === 0) return value;
  const typed = values[name];
  return typed === undefined ? [] : Array.isArray(typed) ? typed : [typed];
}
