import type { Tx } from '../platform/database.ts';
import * as contacts from './store/contacts.ts';
import { addClosings } from './store/closings.ts';
import { addPlans } from './store/plans.ts';
import { addSupports } from './store/supports.ts';
import * as tasks from './store/tasks.ts';
import type { Task } from './task.ts';
import { reopenUse } from './uses/begin.ts';
import { caseloadUse } from './uses/caseload.ts';
import { closingUses } from './uses/closing.ts';
import { endingUses } from './uses/ending.ts';
import { supervisionUses } from './uses/supervision.ts';
import { toDoUses } from './uses/to-do.ts';
import { correctionUses } from './uses/corrections.ts';
import { templateUses } from './uses/templates.ts';
import { contactUses } from './uses/contacts.ts';
import { dangerUses } from './uses/danger.ts';
import { letterUse } from './uses/letter.ts';
import type { Ports } from './uses/needs.ts';
import { absenceUses } from './uses/absence.ts';
import { handoverUses } from './uses/handover.ts';
import { watchUses } from './uses/watch-caseloads.ts';
import { holdingUses } from './uses/holding.ts';
import { weighingUses } from './uses/weighing.ts';
import { planUses } from './uses/plan.ts';
import { recordUse } from './uses/record.ts';
import { restrictedUses } from './uses/restricted.ts';
import { riskUses } from './uses/risks.ts';
import { visitUses } from './uses/visits.ts';
import { taskUses } from './uses/tasks.ts';
import { teamUses } from './uses/team.ts';

export { letters } from './letters/closed.ts';
export { alertLetters } from './letters/alert.ts';
export { heldByNeed } from './store/needs-figures.ts';
export { noteNotThere } from './uses/not-there.ts';
export { beginSupport } from './uses/begin.ts';
export { addTask, finishTasks, moveTasks } from './uses/tasks.ts';
export { askWorker } from './uses/ask-worker.ts';
export { stopSupportTasks, workerOf } from './uses/when-died.ts';
export { raiseAlert, settleAlert } from './uses/alerts.ts';
export { raiseRisk } from './uses/danger.ts';
export type { RaisedSeen } from './uses/danger.ts';
export type { RestrictedSeen, TypedFact } from './uses/restricted.ts';
export type { SafetySeen } from './uses/risks.ts';
export type { TeamSeen } from './uses/team.ts';
export type { VisitStep, VisitsSeen } from './uses/visits.ts';
export { goOnWith, hasEnded, openSupportsOf } from './uses/joining.ts';
export type { CaseloadAsked, CaseloadSeen } from './uses/caseload.ts';
export type { BeforeClosing, Ending } from './uses/closing.ts';
export type { EndingSeen } from './uses/ending.ts';
export type { BeforeContact } from './uses/contacts.ts';
export type { ContactSeen, ContactsSeen } from './uses/corrections.ts';
export type { SessionSeen, Standing, SupervisionSeen, TopicSeen } from './uses/supervision-seen.ts';
export type { ToDo, ToDoSeen } from './uses/to-do.ts';
export type { TemplatesSeen } from './uses/templates.ts';
export type { OwnTag } from './store/templates.ts';
export type { OwnTemplate } from './contact-templates.ts';
export type { ClosingLetter } from './uses/letter.ts';
export type { ConnectionLine } from './uses/needs.ts';
export { beingMeasured } from './uses/measuring.ts';
export type { PlanSeen } from './uses/plan.ts';
export { openPlanSharing, type OwnPlan, type PlanSharing, type SharesSeen } from './uses/plan-share.ts';
export { planLetters } from './letters/plan.ts';
export { endingLetters } from './letters/ended-person.ts';
export type { PersonRecord } from './uses/record.ts';
export type { CaseloadRow } from './store/caseload.ts';
export type { Attempt, Protocol } from './attempts.ts';
export type { Closing } from './closing.ts';
export { type Contact, plainContact } from './contact.ts';
export type { Goal, Plan, PlanAction } from './plan.ts';
export type { Support } from './support.ts';
export { countPeopleWith } from './store/handovers.ts';
export { firstContactsOf, goalsAtEnding } from './store/practice-figures.ts';
export { everybody, toAddress } from './caseload.ts';
export { handoverLetters } from './letters/handover.ts';
export { type AbsencesSeen, coverOf } from './uses/absence.ts';
export { absencesOf } from './store/absences.ts';
export { countMetSoon, countRead, countSummaries, countSupervision } from './store/figures.ts';
export type { BeforeHandover, HandOverRefusal, Moves } from './uses/handover.ts';
export { loadOf } from './uses/weighing.ts';
export { watchAccount } from './uses/watch-caseloads.ts';
export { type BeforeHolding, endWaitFor } from './uses/holding.ts';
export type { Task, TaskKind } from './task.ts';

/** For demo/, which tells whole stories: what may happen to a support, decided and not saved. */
export * as supportDecisions from './support.ts';
export { nextTryOn, protocolOf } from './attempts.ts';
export { nextOf, reviewAfterDays } from './task.ts';
export { wholePlan, type WrittenPlan } from './plan.ts';

/** For whoever puts in many at once, who also records the events of them. */
export { addClosings, addPlans, addSupports };
export const { addAttempts, addContacts } = contacts;

/** Also points their supports at what is next. */
export async function addTasks(tx: Tx, many: readonly Task[]): Promise<void> {
  await tasks.addTasks(tx, many);
  await tasks.pointAtNext(tx, [...new Set(many.map(({ support }) => support).filter((id) => id !== null))]);
}

export type Supports = ReturnType<typeof openSupport>;

/** Everything a link worker does with a person, from acceptance to closing. */
export const openSupport = (ports: Ports) => ({
  ...caseloadUse(ports),
  ...recordUse(ports),
  ...contactUses(ports),
  ...correctionUses(ports),
  ...supervisionUses(ports),
  ...toDoUses(ports),
  ...templateUses(ports),
  ...taskUses(ports),
  ...planUses(ports),
  ...closingUses(ports),
  ...endingUses(ports),
  ...reopenUse(ports),
  ...letterUse(ports),
  ...holdingUses(ports),
  ...absenceUses(ports),
  ...handoverUses(ports),
  ...watchUses(ports),
  ...weighingUses(ports),
  ...teamUses(ports),
  ...dangerUses(ports),
  ...visitUses(ports),
  ...riskUses(ports),
  ...restrictedUses(ports),
});
