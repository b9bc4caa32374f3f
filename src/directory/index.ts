import type { Database } from '../platform/database.ts';
import type { Result } from '../platform/result.ts';
import type { Imported, ImportAsk } from './feed/import.ts';
import { editingUses } from './uses/editing.ts';
import { organisationUses } from './uses/editing-organisations.ts';
import { placeUses } from './uses/editing-places.ts';
import { takeAwayUses } from './uses/take-away.ts';
import { relistSome } from './store/listing.ts';
import { findUses } from './uses/find.ts';
import { gapUses } from './uses/gaps.ts';
import type { ImportedTerms, TermsAsk, TermsRefusal } from './taxonomy/import.ts';
import type { Ports } from './uses/needs.ts';
import { listedUses } from './uses/listed.ts';
import { openRoom } from './uses/room.ts';
import { openShortlists } from './uses/shortlists.ts';
import { publicUses } from './uses/public.ts';
import { publishUses } from './uses/publish.ts';
import { crosswalkUses } from './uses/crosswalk.ts';
import { taxonomyUses } from './uses/taxonomies.ts';

export { isNeed, isRestricted, needMap, needs, type Need } from './need.ts';
export { isBankHoliday } from './bank-holidays.ts';
export { toPlace, type Place } from './place.ts';
export { type Capacity, isPaused, type Room, roomAt } from './room.ts';
export type { Behaviour, BehaviourOf } from './behaviour.ts';
export { clockIn, nextOf, type NextTime, type Schedule, weekdays } from './schedule.ts';
export * from './service.ts';
export type { Gap, Why } from './gap.ts';
export type { Imported } from './feed/import.ts';
export type { Found } from './found.ts';
export { exportServices } from './uses/export.ts';
export { reasons } from './reasons.ts';
export { anything, dayparts, type Search } from './search.ts';
export { putPlaces as addPlaces, townsAmong } from './store/places.ts';
/** For whoever puts in many at once, who also records the events of them. */
export { addGap, gapsOfPerson } from './store/gaps.ts';
export { gapsBetween } from './store/practice-figures.ts';
export { decoded, separatorOf } from './csv/decode.ts';
export { rowsOf } from './csv/rows.ts';
export { gapsByNeed, type Offer, offerByNeed } from './store/needs-figures.ts';
/** For whoever needs very many services at once. */
export { multiplyServices } from './store/multiply.ts';
export { allOrganisations, servicesById, type WholeService } from './store/read.ts';
export { setRoom } from './uses/tell-room.ts';
export { pauseFull } from './uses/pause-service.ts';
export { addOrganisations, addServices, completeRecords } from './record/add.ts';

export type { PersonNeeds, PersonPlace } from './uses/needs.ts';
export type { SearchRefusal } from './uses/answer.ts';
export type { Results, ServicePage } from './uses/find.ts';
export { gapsForPapers, type GapReport } from './uses/gaps.ts';
export type { Alike } from './editing/alike.ts';
export type { ServiceForm } from './uses/editing.ts';
export type { OrganisationForm } from './uses/editing-organisations.ts';
export type { PlaceForm } from './uses/editing-places.ts';
export type { CsvSeen } from './uses/csv.ts';
export { type Asking, askingNothing, type Depth, type Period, type Published, type PublishedKind } from './published.ts';
export { idFrom } from './feed/ids.ts';
export type { NeedCount, OpenOrganisation, Town } from './uses/public.ts';
export { ownTerms } from './record/own-terms.ts';
export type { ShownService } from './shown-service.ts';

export { letters as shortlistLetters } from './letters/shortlist.ts';
export type { Lists, SeenList } from './uses/shortlists.ts';
export type { MailRefusal, SharedList } from './uses/shortlist-sharing.ts';
export type { ListedOrganisation, ListedPlace, ListedService, Listing } from './uses/listed.ts';
export { openRoom, openShortlists };
export type { OwnServices, PauseAsked, RoomUses, ServiceRoom, TellingAsked, ToldOnce } from './uses/room.ts';
export type Shortlists = ReturnType<typeof openShortlists>;

/** Reads services from an Open Referral feed. Loaded only when somebody asks for it. */
export const importServices = async (db: Database, ask: ImportAsk): Promise<Imported> =>
  (await import('./feed/import.ts')).importServices(db, ask);

export type { Said } from './uses/crosswalk.ts';
export type { OneTerm, OwnListSeen, TaxonomySeen, TermMeaning, TermsAsked, TermsSeen } from './uses/taxonomies.ts';
export type { ImportedTerms, TermsAsk, TermsRefusal } from './taxonomy/import.ts';
export type { Format as TermsFormat } from './taxonomy/read.ts';

/** Takes in a list of terms from a file. Loaded only when somebody asks for it. */
export const importTaxonomy = async (
  db: Database,
  programme: string,
  ask: TermsAsk,
  how: { dryRun: boolean },
): Promise<Result<ImportedTerms, TermsRefusal>> => (await import('./taxonomy/take.ts')).takeTerms(db, programme, ask, how);

export type { ChangeSet } from './change-set.ts';
export type { Feed, Reject as FeedReject, Run as FeedRun } from './feed/feed.ts';
export type { SetRefusal } from './feed/propose.ts';
export { type Feeds, openFeeds } from './uses/open-feeds.ts';
export type { FeedList, FeedSeen } from './uses/feeds.ts';
export type { SeenChange, SeenSet, SetFilter } from './uses/change-sets.ts';
export type { QuestionList, SeenQuestion } from './uses/matches.ts';
export type { ContestedList, SeenField, SeenVoices } from './uses/differences.ts';

/** Lists anew, some hundreds at a time, what an older Bothy listed for search. */
export const relistServices = async (db: Database, programme: string): Promise<void> => {
  while (await db.inProgramme(programme, relistSome));
};

export type Directory = ReturnType<typeof openDirectory>;

/** All that can be asked of the directory; each group of questions is a file in uses/. */
export const openDirectory = (ports: Ports) => ({
  ...findUses(ports),
  ...gapUses(ports),
  ...listedUses(ports),
  ...publishUses(ports),
  ...publicUses(ports),
  ...taxonomyUses(ports),
  ...crosswalkUses(ports),
  ...editingUses(ports),
  ...organisationUses(ports),
  ...placeUses(ports),
  ...takeAwayUses(ports),
});

export { letters as freshnessLetters } from './letters/still-right.ts';
export { type Freshness, openFreshness } from './uses/freshness.ts';
export type { LinkRefusal as StillRightRefusal, RoomTold as RoomSaid, StillRight } from './uses/answering.ts';
export type { WorkList, WorkRow } from './uses/checking.ts';
export type { Suggested, Suggestible } from './uses/suggesting.ts';
export type { DecisionRefusal, SeenSuggestion, SuggestionList } from './uses/suggestions.ts';
export type { History, VersionSeen } from './uses/versions.ts';
