import { type Path, system, tell } from './path.ts';

type Letter = { template: string; about: string } & ({ account: string | null } | { service: string });

/** Bothy's letter about what has just happened. Only stories have theirs: of a background of thousands nobody reads them. */
export function send(path: Path, at: Date, { template, about, ...to }: Letter): void {
  const { world, person } = path;
  const toId = 'service' in to ? to.service : to.account;
  if (!world.letters || !toId) return;
  const toName = 'service' in to ? (world.services.get(toId)?.name ?? null) : null;
  const id = world.random.uuid();
  world.rows.letters.push({
    id,
    template,
    about,
    person: person.id,
    toKind: 'service' in to ? 'service' : 'account',
    toId,
    toName,
    sentAt: at,
  });
  tell(path, 'message-sent', { kind: 'message', id }, system, at, { template });
}
