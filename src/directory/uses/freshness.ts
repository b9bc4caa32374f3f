import { answeringUses } from './answering.ts';
import { askingUses } from './asking.ts';
import { checkingUses } from './checking.ts';
import type { FreshnessPorts } from './freshness-needs.ts';
import { suggestingUses } from './suggesting.ts';
import { suggestionUses } from './suggestions.ts';
import { versionUses } from './versions.ts';

export type Freshness = ReturnType<typeof openFreshness>;

/** Keeping what the directory says right: asking, hearing, deciding, and seeing who changed what. */
export function openFreshness(ports: FreshnessPorts) {
  const asking = askingUses(ports);
  const suggestions = suggestionUses(ports);
  return {
    ...checkingUses(ports),
    askNow: asking.askNow,
    answering: answeringUses(ports),
    suggesting: suggestingUses(ports),
    suggestions,
    versions: versionUses(ports),
    handlers: {
      'ask-still-right': async () => {
        await asking.askAll();
        for (const programme of await ports.everyProgramme()) await suggestions.forgetSenders(programme);
      },
    },
    // In the morning of a working day, when somebody reads it.
    schedules: { 'ask-still-right': '20 8 * * 1-5' },
  };
}
