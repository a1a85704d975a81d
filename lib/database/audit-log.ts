import type { Actor } from '@/lib/domain/actor';
import type { Transaction } from './client';
import { Prisma } from './generated/client';
import { newId } from './ids';

/** What was done to what: `action` is a verb phrase such as `incident.opened`; before and after are plain objects. */
export type AuditNote = {
  action: string;
  subjectKind: 'incident' | 'maintenance' | 'service' | 'group' | 'page';
  subjectId: string;
  before?: object;
  after?: object;
};

/** Writes who did what, in the transaction that did it. */
export async function writeAudit(tx: Transaction, actor: Actor, note: AuditNote, at: Date): Promise<void> {
  await tx.auditEntry.create({
    data: {
      id: newId(),
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      address: actor.address,
      action: note.action,
      subjectKind: note.subjectKind,
      subjectId: note.subjectId,
      before: toJson(note.before),
      after: toJson(note.after),
      at,
    },
  });
}

function toJson(value: object | undefined) {
  // Through text, so that dates become what JSON can hold.
  return value === undefined ? Prisma.DbNull : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue);
}
