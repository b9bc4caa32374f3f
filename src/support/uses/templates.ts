import { randomUUID } from 'node:crypto';
import { type Asker, may, mayAtAll } from '../../identity/index.ts';
import { uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { OwnTemplate } from '../contact-templates.ts';
import * as store from '../store/templates.ts';
import { byOf, type Ports } from './needs.ts';

export type TemplateTyped = Pick<OwnTemplate, 'name' | 'channel' | 'minutes' | 'headings' | 'tags'> & { forTeam: boolean };
export type TemplatesSeen = { templates: readonly OwnTemplate[]; tags: readonly store.OwnTag[]; mayShare: boolean; mayTag: boolean };

const mostOwn = 30;

/** Own and team ways of writing up a contact, and the programme's own tags. */
export const templateUses = ({ db, now }: Ports) => {
  const owned = (asker: Asker, template: OwnTemplate) =>
    may(asker, 'keep templates', { by: template.owner, team: template.owner ? null : template.team });

  return {
    seeTemplates: (asker: Asker): Promise<TemplatesSeen> =>
      db.inProgramme(asker.programme.id, async (tx) => ({
        templates: asker.team ? await store.templatesFor(tx, asker.team, asker.id) : [],
        tags: (await store.allTags(tx)).filter(({ retired }) => !retired),
        mayShare: may(asker, 'keep templates', { team: asker.team }),
        mayTag: mayAtAll(asker, 'lead team'),
      })),

    seeTemplate: (asker: Asker, id: string): Promise<OwnTemplate | undefined> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const template = uuid.test(id) ? await store.findTemplate(tx, id) : undefined;
        return template && !template.retiredAt && owned(asker, template) ? template : undefined;
      }),

    /** Adds one, or saves over the version that was read. */
    saveTemplate: (
      asker: Asker,
      { forTeam, ...typed }: TemplateTyped,
      known?: { id: string; version: number },
    ): Promise<Result<string, 'not-found' | 'stale' | 'too-many'>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        if (!asker.team) return refuse('not-found');
        const before = known && uuid.test(known.id) ? await store.findTemplate(tx, known.id) : undefined;
        if (known && (!before || before.retiredAt || !owned(asker, before))) return refuse('not-found');
        if (!known && (await store.templatesFor(tx, asker.team, asker.id)).length >= mostOwn) return refuse('too-many');
        const shared = forTeam && may(asker, 'keep templates', { team: asker.team });
        const template: OwnTemplate = {
          ...typed,
          id: before?.id ?? randomUUID(),
          team: before?.team ?? asker.team,
          owner: shared ? null : asker.id,
          debrief: false,
          rowVersion: known?.version ?? 1,
          retiredAt: null,
        };
        if (before) {
          if (!(await store.saveTemplate(tx, template))) return refuse('stale');
        } else await store.addTemplate(tx, template);
        const type = before ? 'template-changed' : 'template-added';
        await recordEvents(tx, [{ type, subject: { kind: 'template', id: template.id }, by: byOf(asker), at: now() }]);
        return ok(template.id);
      }),

    retireTemplate: (asker: Asker, id: string): Promise<Result<null, 'not-found'>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const template = uuid.test(id) ? await store.findTemplate(tx, id) : undefined;
        if (!template || template.retiredAt || !owned(asker, template)) return refuse('not-found');
        await store.saveTemplate(tx, { ...template, retiredAt: now() });
        await recordEvents(tx, [{ type: 'template-retired', subject: { kind: 'template', id }, by: byOf(asker), at: now() }]);
        return ok(null);
      }),

    addContactTag: (asker: Asker, name: string): Promise<Result<string, 'not-yours' | 'taken'>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        if (!mayAtAll(asker, 'lead team')) return refuse('not-yours');
        const tags = await store.allTags(tx);
        if (tags.some((tag) => !tag.retired && tag.name.toLowerCase() === name.toLowerCase())) return refuse('taken');
        const id = randomUUID();
        await store.addTag(tx, id, name);
        await recordEvents(tx, [{ type: 'contact-tag-added', subject: { kind: 'contact-tag', id }, by: byOf(asker), at: now() }]);
        return ok(id);
      }),

    retireContactTag: (asker: Asker, id: string): Promise<Result<null, 'not-yours' | 'not-found'>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        if (!mayAtAll(asker, 'lead team')) return refuse('not-yours');
        if (!uuid.test(id) || !(await store.retireTag(tx, id, now()))) return refuse('not-found');
        await recordEvents(tx, [{ type: 'contact-tag-retired', subject: { kind: 'contact-tag', id }, by: byOf(asker), at: now() }]);
        return ok(null);
      }),
  };
};
